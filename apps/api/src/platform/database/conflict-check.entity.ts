import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('conflict_check')
@Check('conflict_check_what_check', `(num_nonnulls(call_id, submission_id, person_id) = 1)`)
@Index('conflict_check_created_at_idx', ['createdAt'])
export class ConflictCheck {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  callId!: string | null;

  @ManyToOne('Call', { nullable: true })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'conflict_check_call_id_fkey' })
  call?: unknown;

  @Column({ type: 'uuid', nullable: true })
  submissionId!: string | null;

  @ManyToOne('Submission', { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'conflict_check_submission_id_fkey' })
  submission?: unknown;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne('Person', { nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'conflict_check_person_id_fkey' })
  person?: unknown;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

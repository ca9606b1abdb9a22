import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';

@Entity('reminder')
@Check(
  'reminder_state_check',
  `(state = ANY (ARRAY['planned'::text, 'sent'::text, 'skipped'::text, 'cancelled'::text]))`,
)
@Index('reminder_assignment_id_idx', ['assignmentId'])
@Index('reminder_call_id_idx', ['callId'])
@Index('reminder_fire_at_idx', { synchronize: false })
@Index('reminder_once_idx', { synchronize: false })
@Index('reminder_submission_id_idx', ['submissionId'])
export class Reminder {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  rule!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne('Call', { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'reminder_call_id_fkey' })
  call?: unknown;

  @Column({ type: 'uuid', nullable: true })
  submissionId!: string | null;

  @ManyToOne('Submission', { nullable: true })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'reminder_submission_id_fkey' })
  submission?: unknown;

  @Column({ type: 'uuid', nullable: true })
  assignmentId!: string | null;

  @ManyToOne('Assignment', { nullable: true })
  @JoinColumn({ name: 'assignment_id', foreignKeyConstraintName: 'reminder_assignment_id_fkey' })
  assignment?: unknown;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'reminder_person_id_fkey' })
  person?: Person;

  @Column({ type: 'timestamptz' })
  anchorAt!: Date;

  @Column({ type: 'timestamptz' })
  fireAt!: Date;

  @Column({ type: 'text', default: 'planned' })
  state!: 'planned' | 'sent' | 'skipped' | 'cancelled';

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

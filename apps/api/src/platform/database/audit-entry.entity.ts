import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('audit_entry')
@Check('audit_entry_tag_check', `(tag = ANY (ARRAY['author'::text, 'review'::text, 'security'::text]))`)
@Index('audit_entry_call_id_at_idx', ['callId', 'at'])
@Index('audit_entry_submission_id_idx', ['submissionId'])
export class AuditEntry {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  tag!: 'author' | 'review' | 'security';

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @ManyToOne('Person', { nullable: true })
  @JoinColumn({ name: 'actor_id', foreignKeyConstraintName: 'audit_entry_actor_id_fkey' })
  actor?: unknown;

  @Column({ type: 'uuid', nullable: true })
  callId!: string | null;

  @ManyToOne('Call', { nullable: true })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'audit_entry_call_id_fkey' })
  call?: unknown;

  @Column({ type: 'uuid', nullable: true })
  submissionId!: string | null;

  @ManyToOne('Submission', { nullable: true })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'audit_entry_submission_id_fkey' })
  submission?: unknown;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  facts!: unknown;
}

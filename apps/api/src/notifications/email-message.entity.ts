import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../accounts/person.entity';

@Entity('email_message')
@Check(
  'email_message_class_check',
  `(class = ANY (ARRAY['account'::text, 'receipt'::text, 'invitation'::text, 'reminder'::text, 'decision'::text, 'notice'::text]))`,
)
@Check(
  'email_message_state_check',
  `(state = ANY (ARRAY['queued'::text, 'sending'::text, 'accepted'::text, 'delivered'::text, 'bounced'::text, 'failed'::text, 'ambiguous'::text, 'cancelled'::text, 'suppressed'::text]))`,
)
@Unique('email_message_dedupe_key_key', ['dedupeKey'])
@Index('email_message_call_id_created_at_idx', ['callId', 'createdAt'])
@Index('email_message_doubt_idx', { synchronize: false })
@Index('email_message_due_idx', { synchronize: false })
@Index('email_message_person_id_idx', ['personId'])
@Index('email_message_submission_id_idx', ['submissionId'])
export class EmailMessage {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  dedupeKey!: string;

  @Column({ type: 'text' })
  class!: 'account' | 'receipt' | 'invitation' | 'reminder' | 'decision' | 'notice';

  @Column({ type: 'citext' })
  toAddress!: string;

  @Column({ type: 'text', default: '' })
  toName!: string;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'email_message_person_id_fkey' })
  person?: Person;

  @Column({ type: 'uuid', nullable: true })
  callId!: string | null;

  @ManyToOne('Call', { nullable: true })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'email_message_call_id_fkey' })
  call?: unknown;

  @Column({ type: 'uuid', nullable: true })
  submissionId!: string | null;

  @ManyToOne('Submission', { nullable: true })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'email_message_submission_id_fkey' })
  submission?: unknown;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  bodyHash!: string;

  @Column({ type: 'text' })
  messageId!: string;

  @Column({ type: 'text', default: 'queued' })
  state!:
    'queued' | 'sending' | 'accepted' | 'delivered' | 'bounced' | 'failed' | 'ambiguous' | 'cancelled' | 'suppressed';

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  @Column({ type: 'integer', default: 0 })
  doubts!: number;

  @Column({ type: 'timestamptz' })
  notBefore!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  leaseUntil!: Date | null;

  @Column({ type: 'text', default: '' })
  lastReply!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  firstTryAt!: Date | null;

  /** Further submissions that the letter speaks of. */
  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  alsoAbout!: string[];
}

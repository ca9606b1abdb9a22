import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Round } from '../submissions/round.entity';
import { Submission } from '../submissions/submission.entity';

@Index('assignment_open_idx', { synchronize: false })
@Entity('assignment')
@Check(
  'assignment_state_check',
  `(state = ANY (ARRAY['proposed'::text, 'invited'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'unassigned'::text, 'completed'::text, 'revoked_conflict'::text]))`,
)
@Index('assignment_live_idx', { synchronize: false })
@Index('assignment_reviewer_id_state_idx', ['reviewerId', 'state'])
@Index('assignment_submission_id_idx', ['submissionId'])
@Index('assignment_token_hash_idx', ['tokenHash'], { unique: true })
export class Assignment {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'assignment_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'assignment_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'uuid' })
  reviewerId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'reviewer_id', foreignKeyConstraintName: 'assignment_reviewer_id_fkey' })
  reviewer?: Person;

  @Column({ type: 'text' })
  state!:
    'proposed' | 'invited' | 'accepted' | 'declined' | 'expired' | 'unassigned' | 'completed' | 'revoked_conflict';

  @Column({ type: 'bytea', nullable: true })
  tokenHash!: Buffer | null;

  @Column({ type: 'timestamptz', nullable: true })
  dueAt!: Date | null;

  @Column({ type: 'text', default: '' })
  declineReason!: string;

  /** Whom somebody who declined would ask instead. */
  @Column({ type: 'text', default: '' })
  suggestion!: string;

  @Column({ type: 'uuid', nullable: true })
  invitedBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'invited_by', foreignKeyConstraintName: 'assignment_invited_by_fkey' })
  invitedByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  invitedAt!: Date | null;

  /** Until when the link in the invitation can be answered. */
  @Column({ type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  remindedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** The terms under which the reviewer said yes. */
  @Column({ type: 'integer', default: 1 })
  terms!: number;

  /** Where it stood when a conflict ended it. */
  @Column({ type: 'text', nullable: true })
  revokedFrom!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  revocationSeenAt!: Date | null;
}

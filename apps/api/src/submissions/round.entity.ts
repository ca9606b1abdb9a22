import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { FormVersion } from '../calls/form-version.entity';
import { Submission } from './submission.entity';

@Index('round_undecided_idx', { synchronize: false })
@Entity('round')
@Check(
  'round_state_check',
  `(state = ANY (ARRAY['submitted'::text, 'review_open'::text, 'discussion'::text, 'rebuttal'::text, 'decided_not_notified'::text, 'notified'::text, 'published'::text, 'closed'::text]))`,
)
@Check(
  'round_talk_check',
  `(((discussion_closed_at IS NULL) OR (discussion_opened_at IS NOT NULL)) AND ((response_closed_at IS NULL) OR (response_opened_at IS NOT NULL)))`,
)
@Unique('round_submission_id_n_key', ['submissionId', 'n'])
export class Round {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'round_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'integer' })
  n!: number;

  @Column({ type: 'text', default: 'submitted' })
  state!:
    | 'submitted'
    | 'review_open'
    | 'discussion'
    | 'rebuttal'
    | 'decided_not_notified'
    | 'notified'
    | 'published'
    | 'closed';

  @Column({ type: 'uuid', nullable: true })
  formVersionId!: string | null;

  @ManyToOne(() => FormVersion, { nullable: true })
  @JoinColumn({ name: 'form_version_id', foreignKeyConstraintName: 'round_form_version_id_fkey' })
  formVersion?: FormVersion;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  discussionOpenedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  discussionClosedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  responseOpenedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  responseClosedAt!: Date | null;
}

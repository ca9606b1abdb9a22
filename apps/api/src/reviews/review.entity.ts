import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Assignment } from '../assignments/assignment.entity';
import { FormVersion } from '../calls/form-version.entity';
import { Person } from '../accounts/person.entity';
import { Round } from '../submissions/round.entity';
import { Submission } from '../submissions/submission.entity';
import { SubmissionVersion } from '../submissions/submission-version.entity';

@Entity('review')
@Check(
  'review_state_check',
  `(state = ANY (ARRAY['draft'::text, 'submitted'::text, 'retracted'::text, 'withheld'::text]))`,
)
@Unique('review_round_id_pseudonym_key', ['roundId', 'pseudonym'])
@Unique('review_round_id_reviewer_id_key', ['roundId', 'reviewerId'])
@Index('review_assignment_id_idx', ['assignmentId'])
@Index('review_reviewer_id_idx', ['reviewerId'])
@Index('review_submission_id_idx', ['submissionId'])
export class Review {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'review_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'review_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'uuid' })
  reviewerId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'reviewer_id', foreignKeyConstraintName: 'review_reviewer_id_fkey' })
  reviewer?: Person;

  @Column({ type: 'uuid' })
  assignmentId!: string;

  @ManyToOne(() => Assignment, { nullable: false })
  @JoinColumn({ name: 'assignment_id', foreignKeyConstraintName: 'review_assignment_id_fkey' })
  assignment?: Assignment;

  @Column({ type: 'uuid' })
  formVersionId!: string;

  @ManyToOne(() => FormVersion, { nullable: false })
  @JoinColumn({ name: 'form_version_id', foreignKeyConstraintName: 'review_form_version_id_fkey' })
  formVersion?: FormVersion;

  @Column({ type: 'uuid', nullable: true })
  submissionVersionId!: string | null;

  @ManyToOne(() => SubmissionVersion, { nullable: true })
  @JoinColumn({ name: 'submission_version_id', foreignKeyConstraintName: 'review_submission_version_id_fkey' })
  submissionVersion?: SubmissionVersion;

  @Column({ type: 'text', default: 'draft' })
  state!: 'draft' | 'submitted' | 'retracted' | 'withheld';

  @Column({ type: 'jsonb', default: () => "'{}'" })
  answers!: unknown;

  @Column({ type: 'smallint' })
  pseudonym!: number;

  @Column({ type: 'smallint', nullable: true })
  overall!: number | null;

  @Column({ type: 'integer', default: 0 })
  submittedN!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  editedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;
}

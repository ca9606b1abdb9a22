import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../accounts/person.entity';
import { Round } from '../../submissions/round.entity';
import { Submission } from '../../submissions/submission.entity';

@Entity('discussion_thread')
@Check(
  'discussion_thread_audience_check',
  `(audience = ANY (ARRAY['chairs'::text, 'reviewer'::text, 'reviewers'::text]))`,
)
@Check('discussion_thread_reviewer_check', `((audience = 'reviewer'::text) = (reviewer_id IS NOT NULL))`)
@Index('discussion_thread_round_id_idx', ['roundId'])
@Index('discussion_thread_submission_id_idx', ['submissionId'])
export class DiscussionThread {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'discussion_thread_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'discussion_thread_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'text', default: '' })
  subject!: string;

  @Column({ type: 'text' })
  audience!: 'chairs' | 'reviewer' | 'reviewers';

  @Column({ type: 'uuid', nullable: true })
  reviewerId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'reviewer_id', foreignKeyConstraintName: 'discussion_thread_reviewer_id_fkey' })
  reviewer?: Person;

  @Column({ type: 'uuid' })
  createdBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'discussion_thread_created_by_fkey' })
  createdByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../../accounts/person.entity';
import { Round } from '../../submissions/round.entity';
import { Submission } from '../../submissions/submission.entity';
import { DiscussionThread } from './discussion-thread.entity';

@Entity('discussion_message')
@Check(
  'discussion_message_audience_check',
  `(audience = ANY (ARRAY['chairs'::text, 'reviewer'::text, 'reviewers'::text]))`,
)
@Check('discussion_message_reviewer_check', `((audience = 'reviewer'::text) = (reviewer_id IS NOT NULL))`)
@Unique('discussion_message_round_id_position_key', ['roundId', 'position'])
@Index('discussion_message_thread_id_idx', ['threadId'])
@Index('discussion_message_submission_id_idx', ['submissionId'])
export class DiscussionMessage {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  threadId!: string;

  @ManyToOne(() => DiscussionThread, { nullable: false })
  @JoinColumn({ name: 'thread_id', foreignKeyConstraintName: 'discussion_message_thread_id_fkey' })
  thread?: DiscussionThread;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'discussion_message_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'discussion_message_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'uuid' })
  authorId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'discussion_message_author_id_fkey' })
  author?: Person;

  @Column({ type: 'boolean' })
  byChair!: boolean;

  @Column({ type: 'text' })
  audience!: 'chairs' | 'reviewer' | 'reviewers';

  @Column({ type: 'uuid', nullable: true })
  reviewerId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'reviewer_id', foreignKeyConstraintName: 'discussion_message_reviewer_id_fkey' })
  reviewer?: Person;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  struckAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  struckBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'struck_by', foreignKeyConstraintName: 'discussion_message_struck_by_fkey' })
  struckByRef?: Person;

  @Column({ type: 'integer', default: 1 })
  terms!: number;
}

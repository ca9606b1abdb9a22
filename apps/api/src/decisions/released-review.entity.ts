import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ReleaseBatch } from './release-batch.entity';
import { Review } from '../reviews/review.entity';
import { ReviewVersion } from '../reviews/review-version.entity';
import { Submission } from '../submissions/submission.entity';

@Entity('released_review')
@Index('released_review_review_id_idx', ['reviewId'])
@Index('released_review_submission_id_idx', ['submissionId'])
export class ReleasedReview {
  @PrimaryColumn({ type: 'uuid' })
  reviewVersionId!: string;

  @ManyToOne(() => ReviewVersion, { nullable: false })
  @JoinColumn({ name: 'review_version_id', foreignKeyConstraintName: 'released_review_review_version_id_fkey' })
  reviewVersion?: ReviewVersion;

  @Column({ type: 'uuid' })
  reviewId!: string;

  @ManyToOne(() => Review, { nullable: false })
  @JoinColumn({ name: 'review_id', foreignKeyConstraintName: 'released_review_review_id_fkey' })
  review?: Review;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'released_review_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'uuid', nullable: true })
  batchId!: string | null;

  @ManyToOne(() => ReleaseBatch, { nullable: true })
  @JoinColumn({ name: 'batch_id', foreignKeyConstraintName: 'released_review_batch_id_fkey' })
  batch?: ReleaseBatch;

  @Column({ type: 'timestamptz' })
  releasedAt!: Date;
}

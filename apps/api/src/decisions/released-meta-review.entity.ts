import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Recommendation } from './recommendation.entity';
import { ReleaseBatch } from './release-batch.entity';
import { Round } from '../submissions/round.entity';
import { Submission } from '../submissions/submission.entity';

@Entity('released_meta_review')
@Unique('released_meta_review_recommendation_id_batch_id_key', ['recommendationId', 'batchId'])
@Index('released_meta_review_round_id_idx', ['roundId'])
@Index('released_meta_review_submission_id_idx', ['submissionId'])
export class ReleasedMetaReview {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  recommendationId!: string;

  @ManyToOne(() => Recommendation, { nullable: false })
  @JoinColumn({ name: 'recommendation_id', foreignKeyConstraintName: 'released_meta_review_recommendation_id_fkey' })
  recommendation?: Recommendation;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'released_meta_review_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'released_meta_review_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'uuid' })
  batchId!: string;

  @ManyToOne(() => ReleaseBatch, { nullable: false })
  @JoinColumn({ name: 'batch_id', foreignKeyConstraintName: 'released_meta_review_batch_id_fkey' })
  batch?: ReleaseBatch;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'timestamptz' })
  releasedAt!: Date;

  @Column({ type: 'integer', default: 1 })
  terms!: number;
}

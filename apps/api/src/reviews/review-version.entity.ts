import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Review } from './review.entity';

@Entity('review_version')
@Unique('review_version_review_id_n_key', ['reviewId', 'n'])
export class ReviewVersion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  reviewId!: string;

  @ManyToOne(() => Review, { nullable: false })
  @JoinColumn({ name: 'review_id', foreignKeyConstraintName: 'review_version_review_id_fkey' })
  review?: Review;

  @Column({ type: 'integer' })
  n!: number;

  @Column({ type: 'jsonb' })
  answers!: unknown;

  @Column({ type: 'smallint', nullable: true })
  overall!: number | null;

  @Column({ type: 'timestamptz' })
  submittedAt!: Date;

  /** The terms it was written under. */
  @Column({ type: 'integer', default: 1 })
  terms!: number;
}

import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Round } from '../submissions/round.entity';
import { Submission } from '../submissions/submission.entity';

@Entity('recommendation')
@Unique('recommendation_round_id_person_id_key', ['roundId', 'personId'])
@Index('recommendation_submission_id_idx', ['submissionId'])
export class Recommendation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'recommendation_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'recommendation_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'recommendation_person_id_fkey' })
  person?: Person;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text', default: '' })
  reason!: string;

  /** The meta-review: what authors read with the decision, and nobody before. */
  @Column({ type: 'text', default: '' })
  forAuthors!: string;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  editedAt!: Date;

  @Column({ type: 'integer', default: 1 })
  terms!: number;
}

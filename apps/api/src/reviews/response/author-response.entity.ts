import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../../accounts/person.entity';
import { Round } from '../../submissions/round.entity';
import { Submission } from '../../submissions/submission.entity';

@Entity('author_response')
@Unique('author_response_round_id_key', ['roundId'])
@Index('author_response_submission_id_idx', ['submissionId'])
export class AuthorResponse {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'author_response_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'author_response_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  texts!: unknown;

  @Column({ type: 'integer', default: 0 })
  submittedN!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'uuid' })
  editedBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'edited_by', foreignKeyConstraintName: 'author_response_edited_by_fkey' })
  editedByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  editedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;
}

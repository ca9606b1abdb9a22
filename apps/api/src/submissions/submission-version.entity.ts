import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Submission } from './submission.entity';

@Entity('submission_version')
@Check(
  'submission_version_kind_check',
  `(kind = ANY (ARRAY['abstract'::text, 'paper'::text, 'revision'::text, 'final'::text]))`,
)
@Unique('submission_version_submission_id_n_key', ['submissionId', 'n'])
export class SubmissionVersion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_version_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'integer' })
  n!: number;

  @Column({ type: 'integer', default: 1 })
  round!: number;

  @Column({ type: 'text' })
  kind!: 'abstract' | 'paper' | 'revision' | 'final';

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  abstract!: string;

  @Column({ type: 'integer', nullable: true })
  abstractCut!: number | null;

  @Column({ type: 'integer' })
  abstractWords!: number;

  @Column({ type: 'jsonb' })
  content!: unknown;

  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  fileIds!: string[];

  @Column({ type: 'text' })
  digest!: string;

  @Column({ type: 'uuid', nullable: true })
  submittedBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'submitted_by', foreignKeyConstraintName: 'submission_version_submitted_by_fkey' })
  submittedByRef?: Person;

  @Column({ type: 'timestamptz' })
  submittedAt!: Date;
}

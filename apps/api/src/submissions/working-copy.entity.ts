import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Submission } from './submission.entity';

/** What the form shows to contact authors. Nobody else reads it: freezing copies it into a version and into the submission. */
@Entity('working_copy')
export class WorkingCopy {
  @PrimaryColumn({ type: 'uuid' })
  submissionId!: string;

  @OneToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'working_copy_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'text', default: '' })
  title!: string;

  @Column({ type: 'text', default: '' })
  abstract!: string;

  @Column({ type: 'integer', nullable: true })
  abstractCut!: number | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  keywords!: string[];

  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  topicIds!: string[];

  @Column({ type: 'jsonb', default: () => "'{}'" })
  declarations!: unknown;
}

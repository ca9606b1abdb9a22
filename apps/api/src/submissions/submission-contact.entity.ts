import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Submission } from './submission.entity';

@Entity('submission_contact')
@Index('submission_contact_person_id_idx', ['personId'])
export class SubmissionContact {
  @PrimaryColumn({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_contact_submission_id_fkey' })
  submission?: Submission;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'submission_contact_person_id_fkey' })
  person?: Person;

  @Column({ type: 'timestamptz' })
  addedAt!: Date;
}

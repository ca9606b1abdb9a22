import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Submission } from './submission.entity';

@Entity('submission_author')
@Unique('submission_author_submission_id_position_key', ['submissionId', 'position'], {
  deferrable: 'INITIALLY DEFERRED',
})
@Index('submission_author_address_idx', ['address'])
@Index('submission_author_person_id_idx', ['personId'])
export class SubmissionAuthor {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_author_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', default: '' })
  givenName!: string;

  @Column({ type: 'text', default: '' })
  familyName!: string;

  @Column({ type: 'citext', default: '' })
  address!: string;

  @Column({ type: 'text', default: '' })
  affiliation!: string;

  @Column({ type: 'text', default: '' })
  country!: string;

  @Column({ type: 'boolean', default: false })
  isCorresponding!: boolean;

  @Column({ type: 'boolean', default: false })
  mayEdit!: boolean;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'submission_author_person_id_fkey' })
  person?: Person;
}

import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Submission } from '../submissions/submission.entity';

@Entity('bid')
@Index('bid_person_id_idx', ['personId'])
export class Bid {
  @PrimaryColumn({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'bid_submission_id_fkey' })
  submission?: Submission;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'bid_person_id_fkey' })
  person?: Person;

  @Column({ type: 'smallint' })
  value!: number;

  @Column({ type: 'text', default: '' })
  expertise!: string;

  @Column({ type: 'timestamptz' })
  setAt!: Date;
}

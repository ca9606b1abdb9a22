import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../accounts/person.entity';
import { Round } from '../../submissions/round.entity';

@Entity('discussion_reader')
@Index('discussion_reader_person_id_idx', ['personId'])
export class DiscussionReaderRow {
  @PrimaryColumn({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'discussion_reader_round_id_fkey' })
  round?: Round;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'discussion_reader_person_id_fkey' })
  person?: Person;

  @Column({ type: 'integer', default: 0 })
  readTo!: number;

  @Column({ type: 'boolean', default: true })
  letters!: boolean;
}

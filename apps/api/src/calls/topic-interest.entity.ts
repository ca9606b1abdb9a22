import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Topic } from './topic.entity';

@Entity('topic_interest')
@Index('topic_interest_topic_id_idx', ['topicId'])
export class TopicInterest {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'topic_interest_person_id_fkey' })
  person?: Person;

  @PrimaryColumn({ type: 'uuid' })
  topicId!: string;

  @ManyToOne(() => Topic, { nullable: false })
  @JoinColumn({ name: 'topic_id', foreignKeyConstraintName: 'topic_interest_topic_id_fkey' })
  topic?: Topic;

  @Column({ type: 'smallint', default: 1 })
  interest!: number;
}

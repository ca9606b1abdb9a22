import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Submission } from './submission.entity';
import { Topic } from '../calls/topic.entity';

@Entity('submission_topic')
@Index('submission_topic_topic_id_idx', ['topicId'])
export class SubmissionTopic {
  @PrimaryColumn({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_topic_submission_id_fkey' })
  submission?: Submission;

  @PrimaryColumn({ type: 'uuid' })
  topicId!: string;

  @ManyToOne(() => Topic, { nullable: false })
  @JoinColumn({ name: 'topic_id', foreignKeyConstraintName: 'submission_topic_topic_id_fkey' })
  topic?: Topic;
}

import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Decision } from './decision.entity';
import { Person } from '../accounts/person.entity';
import { ReleaseBatch } from './release-batch.entity';
import { Submission } from '../submissions/submission.entity';

@Entity('release_item')
@Unique('release_item_batch_id_decision_id_recipient_address_key', ['batchId', 'decisionId', 'recipientAddress'])
@Index('release_item_decision_id_idx', ['decisionId'])
@Index('release_item_submission_id_idx', ['submissionId'])
export class ReleaseItem {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  batchId!: string;

  @ManyToOne(() => ReleaseBatch, { nullable: false })
  @JoinColumn({ name: 'batch_id', foreignKeyConstraintName: 'release_item_batch_id_fkey' })
  batch?: ReleaseBatch;

  @Column({ type: 'uuid' })
  decisionId!: string;

  @ManyToOne(() => Decision, { nullable: false })
  @JoinColumn({ name: 'decision_id', foreignKeyConstraintName: 'release_item_decision_id_fkey' })
  decision?: Decision;

  @Column({ type: 'integer' })
  decisionVersion!: number;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'release_item_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'citext' })
  recipientAddress!: string;

  @Column({ type: 'text', default: '' })
  recipientName!: string;

  @Column({ type: 'uuid', nullable: true })
  recipientId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'recipient_id', foreignKeyConstraintName: 'release_item_recipient_id_fkey' })
  recipient?: Person;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text' })
  bodyHash!: string;

  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  reviewVersionIds!: string[];
}

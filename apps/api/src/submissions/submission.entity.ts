import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Call } from '../calls/call.entity';
import { Person } from '../accounts/person.entity';
import { SubmissionType } from '../calls/submission-type.entity';
import { Track } from '../calls/track.entity';

/** A submission. Its title, abstract, keywords, topics and authors are those of the latest frozen version; empty before there is one. */
@Entity('submission')
@Check('submission_number_check', `((state = 'draft'::text) OR (number IS NOT NULL))`)
@Check(
  'submission_stage_check',
  `(stage = ANY (ARRAY['abstract'::text, 'paper'::text, 'revision'::text, 'final'::text]))`,
)
@Check(
  'submission_state_check',
  `(state = ANY (ARRAY['draft'::text, 'submitted'::text, 'withdrawn'::text, 'accepted'::text, 'rejected'::text, 'published'::text, 'closed'::text]))`,
)
@Unique('submission_call_id_number_key', ['callId', 'number'])
@Index('submission_authors_search_trgm_idx', { synchronize: false })
@Index('submission_call_id_score_mean_number_idx', { synchronize: false })
@Index('submission_call_id_state_idx', ['callId', 'state'])
@Index('submission_handler_id_idx', { synchronize: false })
@Index('submission_list_idx', { synchronize: false })
@Index('submission_text_idx', { synchronize: false })
@Index('submission_title_trgm_idx', { synchronize: false })
@Index('submission_track_id_idx', ['trackId'])
@Index('submission_type_id_idx', ['typeId'])
@Index('submission_unhandled_idx', { synchronize: false })
export class Submission {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'submission_call_id_fkey' })
  call?: Call;

  @Column({ type: 'uuid' })
  trackId!: string;

  @ManyToOne(() => Track, { nullable: false })
  @JoinColumn({ name: 'track_id', foreignKeyConstraintName: 'submission_track_id_fkey' })
  track?: Track;

  @Column({ type: 'uuid' })
  typeId!: string;

  @ManyToOne(() => SubmissionType, { nullable: false })
  @JoinColumn({ name: 'type_id', foreignKeyConstraintName: 'submission_type_id_fkey' })
  type?: SubmissionType;

  @Column({ type: 'integer', nullable: true })
  number!: number | null;

  @Column({ type: 'text', default: 'draft' })
  state!: 'draft' | 'submitted' | 'withdrawn' | 'accepted' | 'rejected' | 'published' | 'closed';

  @Column({ type: 'text', nullable: true })
  stage!: 'abstract' | 'paper' | 'revision' | 'final' | null;

  @Column({ type: 'text', default: '' })
  title!: string;

  @Column({ type: 'text', default: '' })
  abstract!: string;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  keywords!: string[];

  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  topicIds!: string[];

  @Column({ type: 'integer', default: 1 })
  currentRound!: number;

  @Column({ type: 'uuid', nullable: true })
  handlerId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'handler_id', foreignKeyConstraintName: 'submission_handler_id_fkey' })
  handler?: Person;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** The terms under which its authors handed it in last. */
  @Column({ type: 'integer', default: 1 })
  terms!: number;

  @Column({ type: 'uuid' })
  createdBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'submission_created_by_fkey' })
  createdByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  editedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: 'text', default: '' })
  withdrawnReason!: string;

  @Column({ type: 'text', default: '' })
  authorsShort!: string;

  @Column({ type: 'text', default: '' })
  authorsSearch!: string;

  @Column({ type: 'smallint', default: 0 })
  reviewsExpected!: number;

  @Column({ type: 'smallint', default: 0 })
  reviewsIn!: number;

  @Column({ type: 'numeric', precision: 5, scale: 3, nullable: true })
  scoreMean!: string | null;

  @Column({ type: 'smallint', nullable: true })
  scoreMin!: number | null;

  @Column({ type: 'smallint', nullable: true })
  scoreMax!: number | null;

  /** Nobody is left who may handle it. */
  @Column({ type: 'boolean', default: false })
  unhandled!: boolean;
}

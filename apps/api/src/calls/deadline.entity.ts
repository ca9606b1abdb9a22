import type { DeadlineKind } from '@convoke/domain';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Call } from './call.entity';
import { Person } from '../accounts/person.entity';
import { SubmissionType } from './submission-type.entity';
import { Track } from './track.entity';

@Entity('deadline')
@Check('deadline_instant_check', `((wall_time IS NULL) = (closes_at IS NULL))`)
@Check(
  'deadline_kind_check',
  `(kind = ANY (ARRAY['opening'::text, 'abstract'::text, 'paper'::text, 'bids'::text, 'review'::text, 'review_hard'::text, 'response'::text, 'decision'::text, 'notification'::text, 'revision'::text, 'final'::text, 'doctoral_consortium'::text, 'event'::text]))`,
)
@Index('deadline_call_id_idx', { synchronize: false })
@Index('deadline_closes_at_idx', { synchronize: false })
@Index('deadline_person_id_idx', { synchronize: false })
@Index('deadline_scope_idx', { synchronize: false })
@Index('deadline_submission_id_idx', { synchronize: false })
export class Deadline {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'deadline_call_id_fkey' })
  call?: Call;

  @Column({ type: 'uuid', nullable: true })
  trackId!: string | null;

  @ManyToOne(() => Track, { nullable: true })
  @JoinColumn({ name: 'track_id', foreignKeyConstraintName: 'deadline_track_id_fkey' })
  track?: Track;

  @Column({ type: 'uuid', nullable: true })
  submissionTypeId!: string | null;

  @ManyToOne(() => SubmissionType, { nullable: true })
  @JoinColumn({ name: 'submission_type_id', foreignKeyConstraintName: 'deadline_submission_type_id_fkey' })
  submissionType?: SubmissionType;

  @Column({ type: 'uuid', nullable: true })
  submissionId!: string | null;

  @ManyToOne('Submission', { nullable: true })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'deadline_submission_id_fkey' })
  submission?: unknown;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'deadline_person_id_fkey' })
  person?: Person;

  @Column({ type: 'text' })
  kind!: DeadlineKind;

  @Column({ type: 'text', nullable: true })
  wallTime!: string | null;

  @Column({ type: 'text', nullable: true })
  untilWallTime!: string | null;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ type: 'timestamptz', nullable: true })
  closesAt!: Date | null;

  @Column({ type: 'text', default: '' })
  label!: string;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'integer', default: 0 })
  position!: number;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'uuid', nullable: true })
  setBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'set_by', foreignKeyConstraintName: 'deadline_set_by_fkey' })
  setByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  supersededAt!: Date | null;
}

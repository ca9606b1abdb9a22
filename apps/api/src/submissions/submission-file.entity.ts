import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Blob } from './blob.entity';
import { Person } from '../accounts/person.entity';
import type { StoredAnonymity } from './anonymity';
import { Submission } from './submission.entity';

@Entity('submission_file')
@Check('submission_file_state_check', `(state = ANY (ARRAY['checking'::text, 'clean'::text, 'rejected'::text]))`)
@Index('submission_file_submission_id_idx', ['submissionId'])
export class SubmissionFile {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_file_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'text' })
  slot!: string;

  @Column({ type: 'text' })
  blobHash!: string;

  @ManyToOne(() => Blob, { nullable: false })
  @JoinColumn({ name: 'blob_hash', foreignKeyConstraintName: 'submission_file_blob_hash_fkey' })
  blob?: Blob;

  @Column({ type: 'text' })
  originalName!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'bigint' })
  bytes!: string;

  @Column({ type: 'integer', nullable: true })
  pages!: number | null;

  @Column({ type: 'text', default: 'checking' })
  state!: 'checking' | 'clean' | 'rejected';

  @Column({ type: 'text', default: '' })
  stateReason!: string;

  @Column({ type: 'text', nullable: true })
  cleanHash!: string | null;

  @ManyToOne(() => Blob, { nullable: true })
  @JoinColumn({ name: 'clean_hash', foreignKeyConstraintName: 'submission_file_clean_hash_fkey' })
  clean?: Blob;

  /** What the look for its authors found; null = not looked at. */
  @Column({ type: 'jsonb', nullable: true })
  anonymity!: StoredAnonymity | null;

  @Column({ type: 'uuid' })
  uploadedBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'uploaded_by', foreignKeyConstraintName: 'submission_file_uploaded_by_fkey' })
  uploadedByRef?: Person;

  @Column({ type: 'timestamptz' })
  uploadedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  replacedAt!: Date | null;
}

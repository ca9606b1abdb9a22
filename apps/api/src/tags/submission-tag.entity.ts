import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Submission } from '../submissions/submission.entity';

@Entity('submission_tag')
@Check('submission_tag_name_check', `(name ~ '^[a-z0-9_-]{1,40}$'::text)`)
@Check('submission_tag_scope_check', `(scope = ANY (ARRAY['private'::text, 'chairs'::text, 'committee'::text]))`)
@Index('submission_tag_private_idx', ['submissionId', 'name', 'personId'], {
  unique: true,
  where: `(scope = 'private'::text)`,
})
@Index('submission_tag_shared_idx', ['submissionId', 'name', 'scope'], {
  unique: true,
  where: `(scope <> 'private'::text)`,
})
@Index('submission_tag_name_idx', ['name'])
@Index('submission_tag_person_id_idx', ['personId'])
export class SubmissionTag {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'submission_tag_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  scope!: 'private' | 'chairs' | 'committee';

  /** Whose it is where it is private; otherwise who added it. */
  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'submission_tag_person_id_fkey' })
  person?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Submission } from './submission.entity';

@Entity('conflict')
@Check(
  'conflict_kind_check',
  `(kind = ANY (ARRAY['same_person'::text, 'advisor'::text, 'co_author'::text, 'institution'::text, 'domain'::text, 'collaborator'::text, 'personal'::text, 'other'::text]))`,
)
@Check(
  'conflict_source_check',
  `(source = ANY (ARRAY['author'::text, 'reviewer'::text, 'machine'::text, 'chair'::text]))`,
)
@Check('conflict_state_check', `(state = ANY (ARRAY['blocking'::text, 'suggested'::text, 'dismissed'::text]))`)
@Unique('conflict_submission_id_person_id_source_key', ['submissionId', 'personId', 'source'])
@Index('conflict_person_id_idx', ['personId'])
@Index('conflict_state_submission_id_person_id_idx', ['state', 'submissionId', 'personId'])
export class Conflict {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'conflict_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'conflict_person_id_fkey' })
  person?: Person;

  @Column({ type: 'text' })
  kind!: 'same_person' | 'advisor' | 'co_author' | 'institution' | 'domain' | 'collaborator' | 'personal' | 'other';

  @Column({ type: 'text' })
  source!: 'author' | 'reviewer' | 'machine' | 'chair';

  @Column({ type: 'text', default: 'blocking' })
  state!: 'blocking' | 'suggested' | 'dismissed';

  @Column({ type: 'uuid', nullable: true })
  declaredBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'declared_by', foreignKeyConstraintName: 'conflict_declared_by_fkey' })
  declaredByRef?: Person;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  /** What speaks for it; names authors. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  evidence!: unknown;

  @Column({ type: 'uuid', nullable: true })
  settledBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'settled_by', foreignKeyConstraintName: 'conflict_settled_by_fkey' })
  settledByRef?: Person;

  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'text', default: '' })
  settledReason!: string;
}

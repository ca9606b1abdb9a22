import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Journal } from './journal.entity';
import { Person } from '../accounts/person.entity';

@Entity('call')
@Check('call_anonymity_check', `(anonymity = ANY (ARRAY['single'::text, 'double'::text, 'triple'::text]))`)
@Check('call_journal_check', `((kind = 'special_issue'::text) OR (journal_id IS NULL))`)
@Check('call_kind_check', `(kind = ANY (ARRAY['conference'::text, 'special_issue'::text]))`)
@Check('call_state_check', `(state = ANY (ARRAY['setup'::text, 'published'::text, 'closed'::text]))`)
@Index('call_journal_id_idx', ['journalId'])
@Index('call_slug_idx', ['slug'], { unique: true })
@Index('call_state_idx', ['state'])
export class Call {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  kind!: 'conference' | 'special_issue';

  @Column({ type: 'uuid', nullable: true })
  journalId!: string | null;

  @ManyToOne(() => Journal, { nullable: true })
  @JoinColumn({ name: 'journal_id', foreignKeyConstraintName: 'call_journal_id_fkey' })
  journal?: Journal;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  kicker!: string;

  @Column({ type: 'text', default: '' })
  tagline!: string;

  @Column({ type: 'text', default: '' })
  body!: string;

  @Column({ type: 'text', default: '' })
  place!: string;

  @Column({ type: 'text', default: '' })
  website!: string;

  @Column({ type: 'text', default: 'Etc/GMT+12' })
  timeZone!: string;

  @Column({ type: 'text', default: 'double' })
  anonymity!: 'single' | 'double' | 'triple';

  @Column({ type: 'text', default: 'setup' })
  state!: 'setup' | 'published' | 'closed';

  @Column({ type: 'jsonb', default: () => "'{}'" })
  settings!: unknown;

  @Column({ type: 'boolean', default: false })
  isDemo!: boolean;

  @Column({ type: 'integer', default: 1 })
  nextNumber!: number;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** The number of the terms of today. */
  @Column({ type: 'integer', default: 1 })
  terms!: number;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'call_created_by_fkey' })
  createdByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  /** Handles papers that nobody else in office may. */
  @Column({ type: 'uuid', nullable: true })
  substituteId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'substitute_id', foreignKeyConstraintName: 'call_substitute_id_fkey' })
  substitute?: Person;
}

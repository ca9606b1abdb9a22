import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Call } from './call.entity';
import { Journal } from './journal.entity';
import { Person } from '../accounts/person.entity';
import { Track } from './track.entity';

@Entity('membership')
@Check(
  'membership_role_check',
  `(role = ANY (ARRAY['chair'::text, 'track_chair'::text, 'guest_editor'::text, 'editor_in_chief'::text, 'reviewer'::text]))`,
)
@Check(
  'membership_scope_check',
  `(((call_id IS NULL) <> (journal_id IS NULL)) AND ((track_id IS NULL) OR (role = ANY (ARRAY['track_chair'::text, 'reviewer'::text]))))`,
)
@Index('membership_call_id_role_idx', ['callId', 'role'])
@Index('membership_journal_id_idx', ['journalId'])
@Index('membership_live_idx', { synchronize: false })
@Index('membership_person_id_idx', ['personId'])
@Index('membership_track_id_idx', ['trackId'])
export class Membership {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'membership_person_id_fkey' })
  person?: Person;

  @Column({ type: 'text' })
  role!: 'chair' | 'track_chair' | 'guest_editor' | 'editor_in_chief' | 'reviewer';

  @Column({ type: 'uuid', nullable: true })
  callId!: string | null;

  @ManyToOne(() => Call, { nullable: true })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'membership_call_id_fkey' })
  call?: Call;

  @Column({ type: 'uuid', nullable: true })
  trackId!: string | null;

  @ManyToOne(() => Track, { nullable: true })
  @JoinColumn({ name: 'track_id', foreignKeyConstraintName: 'membership_track_id_fkey' })
  track?: Track;

  @Column({ type: 'uuid', nullable: true })
  journalId!: string | null;

  @ManyToOne(() => Journal, { nullable: true })
  @JoinColumn({ name: 'journal_id', foreignKeyConstraintName: 'membership_journal_id_fkey' })
  journal?: Journal;

  @Column({ type: 'text', default: '' })
  displayName!: string;

  @Column({ type: 'text', default: '' })
  displayAffiliation!: string;

  @Column({ type: 'integer', default: 0 })
  position!: number;

  @Column({ type: 'integer', nullable: true })
  maxLoad!: number | null;

  @Column({ type: 'timestamptz' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endsAt!: Date | null;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Call } from './call.entity';
import { Person } from '../accounts/person.entity';
import { Track } from './track.entity';

@Entity('role_invitation')
@Check(
  'role_invitation_role_check',
  `(role = ANY (ARRAY['chair'::text, 'track_chair'::text, 'guest_editor'::text, 'reviewer'::text]))`,
)
@Check(
  'role_invitation_state_check',
  `(state = ANY (ARRAY['pending'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text]))`,
)
@Index('role_invitation_address_idx', ['address'])
@Index('role_invitation_live_idx', { synchronize: false })
@Index('role_invitation_token_hash_idx', ['tokenHash'], { unique: true })
export class RoleInvitation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'role_invitation_call_id_fkey' })
  call?: Call;

  @Column({ type: 'uuid', nullable: true })
  trackId!: string | null;

  @ManyToOne(() => Track, { nullable: true })
  @JoinColumn({ name: 'track_id', foreignKeyConstraintName: 'role_invitation_track_id_fkey' })
  track?: Track;

  @Column({ type: 'text' })
  role!: 'chair' | 'track_chair' | 'guest_editor' | 'reviewer';

  @Column({ type: 'citext' })
  address!: string;

  @Column({ type: 'text', default: '' })
  givenName!: string;

  @Column({ type: 'text', default: '' })
  familyName!: string;

  @Column({ type: 'text', default: '' })
  affiliation!: string;

  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  topicIds!: string[];

  @Column({ type: 'text', default: 'pending' })
  state!: 'pending' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'role_invitation_person_id_fkey' })
  person?: Person;

  @Column({ type: 'text', default: '' })
  declineReason!: string;

  @Column({ type: 'uuid', nullable: true })
  invitedBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'invited_by', foreignKeyConstraintName: 'role_invitation_invited_by_fkey' })
  invitedByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

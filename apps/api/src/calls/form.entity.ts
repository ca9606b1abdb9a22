import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Call } from './call.entity';
import { Track } from './track.entity';

@Entity('form')
@Check('form_purpose_check', `(purpose = 'review'::text)`)
@Index('form_call_id_idx', ['callId'])
export class Form {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'form_call_id_fkey' })
  call?: Call;

  @Column({ type: 'uuid', nullable: true })
  trackId!: string | null;

  @ManyToOne(() => Track, { nullable: true })
  @JoinColumn({ name: 'track_id', foreignKeyConstraintName: 'form_track_id_fkey' })
  track?: Track;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

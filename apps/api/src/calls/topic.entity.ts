import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Call } from './call.entity';
import { Track } from './track.entity';

@Entity('topic')
@Unique('topic_call_id_name_key', ['callId', 'name'])
@Index('topic_track_id_idx', ['trackId'])
export class Topic {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'topic_call_id_fkey' })
  call?: Call;

  @Column({ type: 'uuid', nullable: true })
  trackId!: string | null;

  @ManyToOne(() => Track, { nullable: true })
  @JoinColumn({ name: 'track_id', foreignKeyConstraintName: 'topic_track_id_fkey' })
  track?: Track;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer' })
  position!: number;
}

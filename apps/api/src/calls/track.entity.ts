import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Call } from './call.entity';
import { Person } from '../accounts/person.entity';

@Entity('track')
@Unique('track_call_id_slug_key', ['callId', 'slug'])
export class Track {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'track_call_id_fkey' })
  call?: Call;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'timestamptz', nullable: true })
  completedAt!: Date | null;

  @Column({ type: 'uuid', nullable: true })
  completedBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'completed_by', foreignKeyConstraintName: 'track_completed_by_fkey' })
  completedByRef?: Person;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Call } from '../calls/call.entity';
import { Person } from '../accounts/person.entity';

@Entity('release_batch')
@Check('release_batch_state_check', `(state = ANY (ARRAY['frozen'::text, 'released'::text, 'cancelled'::text]))`)
@Index('release_batch_call_id_idx', ['callId'])
export class ReleaseBatch {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'release_batch_call_id_fkey' })
  call?: Call;

  @Column({ type: 'text', default: 'frozen' })
  state!: 'frozen' | 'released' | 'cancelled';

  @Column({ type: 'uuid' })
  createdBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'release_batch_created_by_fkey' })
  createdByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  releasedBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'released_by', foreignKeyConstraintName: 'release_batch_released_by_fkey' })
  releasedByRef?: Person;

  @Column({ type: 'timestamptz', nullable: true })
  releasedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

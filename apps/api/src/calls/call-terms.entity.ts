import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Call } from './call.entity';

/** Terms that held in a call until somebody changed them. */
@Entity('call_terms')
@Check('call_terms_anonymity_check', `(anonymity = ANY (ARRAY['single'::text, 'double'::text, 'triple'::text]))`)
export class CallTerms {
  @PrimaryColumn({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'call_terms_call_id_fkey' })
  call?: Call;

  @PrimaryColumn({ type: 'integer' })
  n!: number;

  @Column({ type: 'text' })
  anonymity!: 'single' | 'double' | 'triple';

  @Column({ type: 'jsonb' })
  types!: unknown;

  @Column({ type: 'jsonb' })
  visibility!: unknown;

  @Column({ type: 'timestamptz' })
  endedAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  endedBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'ended_by', foreignKeyConstraintName: 'call_terms_ended_by_fkey' })
  endedByRef?: Person;

  @Column({ type: 'text', default: '' })
  reason!: string;
}

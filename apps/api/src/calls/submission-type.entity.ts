import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Call } from './call.entity';

@Entity('submission_type')
@Check(
  'submission_type_anonymity_check',
  `(anonymity = ANY (ARRAY['none'::text, 'single'::text, 'double'::text, 'triple'::text]))`,
)
@Unique('submission_type_call_id_key_key', ['callId', 'key'])
export class SubmissionType {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  callId!: string;

  @ManyToOne(() => Call, { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'submission_type_call_id_fkey' })
  call?: Call;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', nullable: true })
  anonymity!: 'none' | 'single' | 'double' | 'triple' | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  settings!: unknown;

  @Column({ type: 'boolean', default: true })
  isOpen!: boolean;
}

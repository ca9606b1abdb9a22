import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('idempotency_key')
@Index('idempotency_key_created_at_idx', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @ManyToOne('Person', { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'idempotency_key_person_id_fkey' })
  person?: unknown;

  @Column({ type: 'text' })
  route!: string;

  @Column({ type: 'text' })
  requestHash!: string;

  @Column({ type: 'integer' })
  status!: number;

  @Column({ type: 'jsonb', nullable: true })
  response!: unknown;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

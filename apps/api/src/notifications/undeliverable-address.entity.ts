import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('undeliverable_address')
export class UndeliverableAddress {
  @PrimaryColumn({ type: 'citext' })
  address!: string;

  @Column({ type: 'text' })
  reply!: string;

  @Column({ type: 'timestamptz' })
  since!: Date;
}

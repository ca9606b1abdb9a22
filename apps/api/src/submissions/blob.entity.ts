import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('blob')
export class Blob {
  @PrimaryColumn({ type: 'text' })
  hash!: string;

  @Column({ type: 'bigint' })
  bytes!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('journal')
@Index('journal_slug_idx', ['slug'], { unique: true })
export class Journal {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  publisher!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

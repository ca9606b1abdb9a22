import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity';

@Entity('person_email')
@Index('person_email_address_idx', { synchronize: false })
@Index('person_email_address_person_id_idx', ['address', 'personId'])
@Index('person_email_person_id_idx', { synchronize: false })
export class PersonEmail {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'person_email_person_id_fkey' })
  person?: Person;

  @Column({ type: 'citext' })
  address!: string;

  @Column({ type: 'timestamptz', nullable: true })
  verifiedAt!: Date | null;

  @Column({ type: 'boolean', default: false })
  isPrimary!: boolean;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

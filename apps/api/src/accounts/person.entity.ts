import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

@Entity('person')
@Index('person_merged_into_idx', ['mergedInto'])
export class Person {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  givenName!: string;

  @Column({ type: 'text' })
  familyName!: string;

  @Column({ type: 'text', default: '' })
  affiliation!: string;

  @Column({ type: 'text', default: 'en' })
  locale!: string;

  @Column({ type: 'text', default: 'UTC' })
  timeZone!: string;

  @Column({ type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'boolean', default: false })
  isAdmin!: boolean;

  @Column({ type: 'boolean', default: false })
  isDemo!: boolean;

  @Column({ type: 'boolean', default: true })
  wantsReminders!: boolean;

  @Column({ type: 'uuid', nullable: true })
  mergedInto!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'merged_into', foreignKeyConstraintName: 'person_merged_into_fkey' })
  mergedIntoRef?: Person;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

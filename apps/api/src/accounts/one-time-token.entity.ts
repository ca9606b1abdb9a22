import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity';
import { PersonEmail } from './person-email.entity';

@Entity('one_time_token')
@Check('one_time_token_purpose_check', `(purpose = ANY (ARRAY['verify'::text, 'reset'::text, 'set_up'::text]))`)
@Index('one_time_token_person_id_idx', ['personId'])
@Index('one_time_token_token_hash_idx', ['tokenHash'], { unique: true })
export class OneTimeToken {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  purpose!: 'verify' | 'reset' | 'set_up';

  @Column({ type: 'bytea' })
  tokenHash!: Buffer;

  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'one_time_token_person_id_fkey' })
  person?: Person;

  @Column({ type: 'uuid', nullable: true })
  emailId!: string | null;

  @ManyToOne(() => PersonEmail, { nullable: true })
  @JoinColumn({ name: 'email_id', foreignKeyConstraintName: 'one_time_token_email_id_fkey' })
  email?: PersonEmail;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

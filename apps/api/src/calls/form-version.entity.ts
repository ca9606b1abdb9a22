import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Form } from './form.entity';
import { Person } from '../accounts/person.entity';

@Entity('form_version')
@Unique('form_version_form_id_n_key', ['formId', 'n'])
export class FormVersion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  formId!: string;

  @ManyToOne(() => Form, { nullable: false })
  @JoinColumn({ name: 'form_id', foreignKeyConstraintName: 'form_version_form_id_fkey' })
  form?: Form;

  @Column({ type: 'integer' })
  n!: number;

  @Column({ type: 'jsonb' })
  fields!: unknown;

  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @ManyToOne(() => Person, { nullable: true })
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'form_version_created_by_fkey' })
  createdByRef?: Person;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}

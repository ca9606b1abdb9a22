import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity';

/** One line of a person's own list of whom, and which institutions, they are too close to. */
@Entity('person_relation')
@Check('person_relation_kind_check', `(kind = ANY (ARRAY['advisor'::text, 'collaborator'::text, 'institution'::text]))`)
@Index('person_relation_person_id_idx', ['personId'])
export class PersonRelation {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'person_relation_person_id_fkey' })
  person?: Person;

  @Column({ type: 'text' })
  kind!: 'advisor' | 'collaborator' | 'institution';

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', default: '' })
  name!: string;

  @Column({ type: 'text', default: '' })
  affiliation!: string;

  @Column({ type: 'text', default: '' })
  address!: string;
}

import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../../accounts/person.entity';
import { AuthorResponse } from './author-response.entity';

@Entity('author_response_version')
@Unique('author_response_version_response_id_n_key', ['responseId', 'n'])
export class AuthorResponseVersion {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  responseId!: string;

  @ManyToOne(() => AuthorResponse, { nullable: false })
  @JoinColumn({ name: 'response_id', foreignKeyConstraintName: 'author_response_version_response_id_fkey' })
  response?: AuthorResponse;

  @Column({ type: 'integer' })
  n!: number;

  @Column({ type: 'jsonb' })
  texts!: unknown;

  @Column({ type: 'integer' })
  words!: number;

  @Column({ type: 'uuid' })
  submittedBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'submitted_by', foreignKeyConstraintName: 'author_response_version_submitted_by_fkey' })
  submittedByRef?: Person;

  @Column({ type: 'timestamptz' })
  submittedAt!: Date;

  @Column({ type: 'integer', default: 1 })
  terms!: number;
}

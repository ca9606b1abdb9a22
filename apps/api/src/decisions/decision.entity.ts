import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../accounts/person.entity';
import { Round } from '../submissions/round.entity';
import { Submission } from '../submissions/submission.entity';

@Entity('decision')
@Check('decision_state_check', `(state = ANY (ARRAY['decided'::text, 'in_batch'::text, 'released'::text]))`)
@Unique('decision_round_id_key', ['roundId'])
@Index('decision_submission_id_idx', ['submissionId'])
export class Decision {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  roundId!: string;

  @ManyToOne(() => Round, { nullable: false })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'decision_round_id_fkey' })
  round?: Round;

  @Column({ type: 'uuid' })
  submissionId!: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id', foreignKeyConstraintName: 'decision_submission_id_fkey' })
  submission?: Submission;

  @Column({ type: 'text' })
  outcome!: string;

  @Column({ type: 'text' })
  state!: 'decided' | 'in_batch' | 'released';

  @Column({ type: 'text', nullable: true })
  letter!: string | null;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'uuid' })
  decidedBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'decided_by', foreignKeyConstraintName: 'decision_decided_by_fkey' })
  decidedByRef?: Person;

  @Column({ type: 'timestamptz' })
  decidedAt!: Date;

  @Column({ type: 'text', default: 'review_open' })
  roundStateBefore!: string;

  @Column({ type: 'timestamptz', nullable: true })
  releasedAt!: Date | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;
}

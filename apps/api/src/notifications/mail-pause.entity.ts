import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../accounts/person.entity';

@Entity('mail_pause')
export class MailPause {
  @PrimaryColumn({ type: 'uuid' })
  callId!: string;

  @ManyToOne('Call', { nullable: false })
  @JoinColumn({ name: 'call_id', foreignKeyConstraintName: 'mail_pause_call_id_fkey' })
  call?: unknown;

  @Column({ type: 'uuid' })
  pausedBy!: string;

  @ManyToOne(() => Person, { nullable: false })
  @JoinColumn({ name: 'paused_by', foreignKeyConstraintName: 'mail_pause_paused_by_fkey' })
  pausedByRef?: Person;

  @Column({ type: 'timestamptz' })
  pausedAt!: Date;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('caught_mail')
@Index('caught_mail_received_at_idx', ['receivedAt'])
@Index('caught_mail_to_address_idx', ['toAddress'])
export class CaughtMail {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text', default: '' })
  messageId!: string;

  @Column({ type: 'text' })
  fromAddress!: string;

  @Column({ type: 'citext' })
  toAddress!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'bytea' })
  raw!: Buffer;

  @Column({ type: 'timestamptz' })
  receivedAt!: Date;
}

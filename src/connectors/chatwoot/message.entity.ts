import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message, note or activity line; deleted ones stay, marked. */
@Entity('cw_messages')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_cw_messages_project', onDelete: 'CASCADE' })
@ForeignKey(
  'ChatwootConversation',
  ['project_id', 'conversation_global_id'],
  ['project_id', 'conversation_global_id'],
  {
    name: 'fk_cw_messages_conversation',
    onDelete: 'CASCADE',
  },
)
@Index('ix_cw_messages_conversation', { synchronize: false })
@Index('ix_cw_messages_listed', { synchronize: false })
export class ChatwootMessage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_cw_messages' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cw_messages' })
  message_global_id!: string;

  @Column('text')
  conversation_global_id!: string;

  @Column('text')
  account_id!: string;

  @Column('bigint')
  conversation_id!: string;

  @Column('bigint')
  message_id!: string;

  @Column('bigint', { nullable: true })
  inbox_id!: string | null;

  @Column('integer')
  message_type!: number;

  @Column('text', { nullable: true })
  content_type!: string | null;

  @Column('text', { nullable: true })
  content!: string | null;

  @Column('boolean')
  private!: boolean;

  @Column('text', { nullable: true })
  status!: string | null;

  @Column('text', { nullable: true })
  sender_type!: string | null;

  @Column('bigint', { nullable: true })
  sender_id!: string | null;

  @Column('text', { nullable: true })
  sender_name!: string | null;

  @Column('text', { nullable: true })
  source_id!: string | null;

  @Column('timestamptz')
  sent_at!: Date;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}

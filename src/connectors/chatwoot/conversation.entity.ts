import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A conversation as its list shows it. Its messages are in as far as `vendor_updated_at` says. */
@Entity('cw_conversations')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_cw_conversations_project', onDelete: 'CASCADE' })
@Index('ix_cw_conversations_listed', { synchronize: false })
@Index('ix_cw_conversations_contact', { synchronize: false })
export class ChatwootConversation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_cw_conversations' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cw_conversations' })
  conversation_global_id!: string;

  @Column('text')
  account_id!: string;

  @Column('bigint')
  conversation_id!: string;

  @Column('text', { nullable: true })
  uuid!: string | null;

  @Column('bigint')
  inbox_id!: string;

  @Column('text', { nullable: true })
  contact_global_id!: string | null;

  @Column('text')
  status!: string;

  @Column('text', { nullable: true })
  priority!: string | null;

  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('jsonb')
  labels!: string[];

  @Column('bigint', { nullable: true })
  assignee_id!: string | null;

  @Column('text', { nullable: true })
  assignee_name!: string | null;

  @Column('bigint', { nullable: true })
  team_id!: string | null;

  @Column('text', { nullable: true })
  team_name!: string | null;

  @Column('integer', { nullable: true })
  unread_count!: number | null;

  @Column('timestamptz', { nullable: true })
  snoozed_until!: Date | null;

  @Column('timestamptz', { nullable: true })
  first_reply_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  waiting_since!: Date | null;

  @Column('timestamptz')
  last_activity_at!: Date;

  @Column('timestamptz', { nullable: true })
  vendor_created_at!: Date | null;

  @Column('double precision')
  vendor_updated_at!: number;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}

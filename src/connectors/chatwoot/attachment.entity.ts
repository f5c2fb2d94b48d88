import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file of a message, by its address at the vendor. */
@Entity('cw_attachments_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_cw_attachments_raw_project', onDelete: 'CASCADE' })
@ForeignKey('ChatwootMessage', ['project_id', 'message_global_id'], ['project_id', 'message_global_id'], {
  name: 'fk_cw_attachments_raw_message',
  onDelete: 'CASCADE',
})
@Index('ix_cw_attachments_raw_message', { synchronize: false })
@Index('ix_cw_attachments_raw_conversation', { synchronize: false })
export class ChatwootAttachment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_cw_attachments_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cw_attachments_raw' })
  attachment_global_id!: string;

  @Column('text')
  message_global_id!: string;

  @Column('text')
  conversation_global_id!: string;

  @Column('bigint')
  attachment_id!: string;

  @Column('text', { nullable: true })
  file_type!: string | null;

  @Column('bigint', { nullable: true })
  file_size!: string | null;

  @Column('text', { nullable: true })
  data_url!: string | null;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}

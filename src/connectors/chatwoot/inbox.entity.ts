import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Inboxes by name and channel; what may be a secret was left at the vendor. */
@Entity('cw_inboxes_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_cw_inboxes_raw_project', onDelete: 'CASCADE' })
export class ChatwootInbox {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_cw_inboxes_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cw_inboxes_raw' })
  inbox_global_id!: string;

  @Column('text')
  account_id!: string;

  @Column('bigint')
  inbox_id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  channel_type!: string | null;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}

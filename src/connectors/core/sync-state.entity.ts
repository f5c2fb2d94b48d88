import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BoundSource } from '../domain/bound-source.js';

export const SYNC_STATUSES = ['idle', 'running', 'ok', 'partial', 'failed'] as const;
export type SyncStatus = (typeof SYNC_STATUSES)[number];

@Entity('connector_sync_state')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_connector_sync_state_project', onDelete: 'CASCADE' })
@Index('ix_connector_sync_state_leaving', { synchronize: false })
@Check('ck_connector_sync_state_leaving', `leaving IN ('all', 'outside')`)
@Check('ck_connector_sync_state_status', `status IN ('idle', 'running', 'ok', 'partial', 'failed')`)
export class SyncState {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_connector_sync_state' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_connector_sync_state' })
  connector!: string;

  @Column('text', { default: 'idle' })
  status!: SyncStatus;

  @Column('text', { nullable: true })
  mode!: 'full' | 'incremental' | null;

  @Column('timestamptz', { nullable: true })
  cursor_ts!: Date | null;

  @Column('text', { nullable: true })
  cursor_id!: string | null;

  @Column('jsonb', { nullable: true })
  page_cursor!: Record<string, unknown> | null;

  /** The job run that writes; a batch of any other is refused. */
  @Column('uuid', { nullable: true })
  run_id!: string | null;

  @Column('integer', { default: 0 })
  retry_count!: number;

  @Column('timestamptz', { nullable: true })
  last_success_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_attempt_at!: Date | null;

  @Column('text', { nullable: true })
  last_error!: string | null;

  /** What the stored records were read from; null: nothing was read yet, or not since it is kept. */
  @Column('jsonb', { nullable: true })
  source!: BoundSource | null;

  /**
   * What the project no longer reads from and is still stored: all of the connector's, or what is outside of the
   * filter.
   */
  @Column('text', { nullable: true })
  leaving!: 'all' | 'outside' | null;

  @Column('timestamptz', { nullable: true })
  leaving_since!: Date | null;

  @Column('jsonb', { default: {} })
  meta!: Record<string, unknown>;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}

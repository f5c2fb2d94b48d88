import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ErrorKind } from './sync-error.js';

export const ERROR_STATUSES = ['pending', 'retrying', 'dead_letter', 'resolved'] as const;
export type ErrorStatus = (typeof ERROR_STATUSES)[number];

@Entity('connector_errors')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_connector_errors_project', onDelete: 'CASCADE' })
@Check('ck_connector_errors_status', `status IN ('pending', 'retrying', 'dead_letter', 'resolved')`)
@Check(
  'ck_connector_errors_kind',
  `error_kind IN ('auth', 'config', 'rate_limited', 'timeout', 'network', 'vendor_error', 'bad_payload', 'gone', 'internal')`,
)
@Index('ux_connector_errors_open', { synchronize: false })
@Index('ix_connector_errors_listed', { synchronize: false })
@Index('ix_connector_errors_due', { synchronize: false })
export class ConnectorError {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_connector_errors' })
  project_id!: string;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_connector_errors' })
  id!: string;

  @Column('text')
  connector!: string;

  /** `sync` for a whole sync, or for one list of it, which `source_ref` names; `record` for one record. */
  @Column('text')
  operation!: 'sync' | 'record';

  @Column('text', { default: '' })
  source_ref!: string;

  @Column('text')
  error_kind!: ErrorKind;

  @Column('text')
  error_message!: string;

  @Column('integer', { default: 1 })
  attempt!: number;

  @Column('timestamptz', { nullable: true })
  next_retry_at!: Date | null;

  @Column('text', { default: 'pending' })
  status!: ErrorStatus;

  @Column('text')
  dedupe_key!: string;

  @Column('jsonb', { nullable: true })
  payload_json!: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;

  @Column('timestamptz', { nullable: true })
  resolved_at!: Date | null;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { StreamCounts } from './contract.js';
import type { ErrorKind } from './sync-error.js';

export const STREAM_STATUSES = ['idle', 'ok', 'failed'] as const;
export type StreamStatus = (typeof STREAM_STATUSES)[number];

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_connector_streams' };

/** One list of a vendor's, as one project has read it: how far, how it went, and why not further. */
@Entity('connector_streams')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_connector_streams_project', onDelete: 'CASCADE' })
@Check('ck_connector_streams_status', `status IN ('idle', 'ok', 'failed')`)
export class Stream {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  connector!: string;

  @PrimaryColumn('text', { ...PK })
  stream!: string;

  @Column('text', { default: 'idle' })
  status!: StreamStatus;

  @Column('timestamptz', { nullable: true })
  cursor_ts!: Date | null;

  @Column('text', { nullable: true })
  cursor_id!: string | null;

  @Column('jsonb', { nullable: true })
  page_cursor!: Record<string, unknown> | null;

  @Column('timestamptz', { nullable: true })
  last_success_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_attempt_at!: Date | null;

  @Column('text', { nullable: true })
  last_error!: string | null;

  @Column('text', { nullable: true })
  error_kind!: ErrorKind | null;

  /** What the last sync wrote of it. */
  @Column('jsonb', { default: {} })
  counts!: Partial<StreamCounts>;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}

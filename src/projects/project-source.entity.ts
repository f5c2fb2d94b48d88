import { Check, Column, Entity, ForeignKey, Generated, Index, PrimaryColumn } from 'typeorm';
import { type ConnectorName, CONNECTORS } from './domain/connectors.js';
import type { SourceFilter } from './domain/source-binding.js';

/** Where a project's data comes from at one vendor; without a row the environment's variables apply. */
@Entity('project_sources')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_project_sources_project', onDelete: 'CASCADE' })
@Check('ck_project_sources_connector', `connector IN ('${CONNECTORS.join("', '")}')`)
@Index('ix_project_sources_webhook', { synchronize: false })
export class ProjectSource {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_project_sources' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_project_sources' })
  connector!: ConnectorName;

  /** The vendor's account or workspace; null takes the environment's. */
  @Column('text', { nullable: true })
  external_id!: string | null;

  @Column('jsonb', { default: {} })
  filter!: SourceFilter;

  /** Sealed by `CredentialSeal`; null takes the environment's. */
  @Column('bytea', { nullable: true })
  sealed_credentials!: Buffer | null;

  @Column('uuid')
  @Generated('uuid')
  webhook_id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}

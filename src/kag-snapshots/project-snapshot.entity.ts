import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { Snapshot } from './domain/snapshot.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_project_snapshots' };

/** A project's day; see `Snapshot`. */
@Entity('project_snapshots')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_project_snapshots_project', onDelete: 'CASCADE' })
export class ProjectSnapshot {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('date', { ...PK })
  snapshot_date!: string;

  @Column('timestamptz')
  as_of!: Date;

  @Column('jsonb')
  signals_json!: Snapshot['signals_json'];

  @Column('jsonb')
  scores_json!: Snapshot['scores_json'];

  @Column('jsonb')
  aggregates_json!: Snapshot['aggregates_json'];

  /** Null: the day was stored before measures were kept. */
  @Column('jsonb', { nullable: true })
  measures_json!: Snapshot['measures_json'] | null;

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  @Column('boolean')
  publishable!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  computed_at!: Date;
}

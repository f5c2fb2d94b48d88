import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { Band, Factor, ScoreType } from './domain/score.js';

const PK = { primaryKeyConstraintName: 'pk_kag_scores' };
const HISTORY_PK = { primaryKeyConstraintName: 'pk_kag_score_history' };

/** A project's score as it was last computed. */
@Entity('kag_scores')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_scores_project', onDelete: 'CASCADE' })
@Check('ck_kag_scores_band', `band IN ('low', 'medium', 'high', 'critical')`)
@Check('ck_kag_scores_known', `(band IS NULL) = (value IS NULL)`)
@Check('ck_kag_scores_coverage', `coverage BETWEEN 0 AND 1`)
export class StoredScore {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  score_type!: ScoreType;

  /** Null, as the band: it is unknown. */
  @Column('double precision', { nullable: true })
  value!: number | null;

  @Column('text', { nullable: true })
  band!: Band | null;

  /** Servers of an earlier release, which go on during an update, do not say it. */
  @Column('double precision', { default: 1 })
  coverage!: number;

  @Column('jsonb')
  factors!: Factor[];

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  @Column('timestamptz')
  as_of!: Date;
}

/** The score as the last reading of each UTC day found it. */
@Entity('kag_score_history')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_score_history_project', onDelete: 'CASCADE' })
@Check('ck_kag_score_history_known', `(band IS NULL) = (value IS NULL)`)
export class ScoreOfDay {
  @PrimaryColumn('uuid', { ...HISTORY_PK })
  project_id!: string;

  @PrimaryColumn('text', { ...HISTORY_PK })
  score_type!: ScoreType;

  @PrimaryColumn('date', { ...HISTORY_PK })
  day!: string;

  @Column('double precision', { nullable: true })
  value!: number | null;

  @Column('text', { nullable: true })
  band!: Band | null;

  @Column('timestamptz')
  as_of!: Date;
}

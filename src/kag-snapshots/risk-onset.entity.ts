import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { OnsetSource } from './domain/onsets/onset.js';
import type { OutcomeType } from './domain/outcome-types.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_risk_onsets' };

/** A time in which a risk had come about; see `Onset`. */
@Entity('risk_onsets')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_risk_onsets_project', onDelete: 'CASCADE' })
@Check('ck_risk_onsets_type', `risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')`)
@Check('ck_risk_onsets_source', `source IN ('rule', 'deal', 'person')`)
@Check('ck_risk_onsets_severity', `severity BETWEEN 4 AND 5`)
export class RiskOnset {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  risk_type!: OutcomeType;

  @PrimaryColumn('date', { ...PK })
  began!: string;

  @Column('date')
  known!: string;

  /** Null: it goes on. */
  @Column('date', { nullable: true })
  ended!: string | null;

  @Column('text')
  source!: OnsetSource;

  @Column('integer')
  severity!: number;

  /** Of the day on which it began. */
  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  /** When it was last found to be another one than before. */
  @Column('timestamptz', { default: () => 'now()' })
  computed_at!: Date;
}

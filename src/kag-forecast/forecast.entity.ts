import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { RulesDriver } from './domain/rules-v1.js';
import type { RiskType } from './domain/risks.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_kag_risk_forecasts' };

/** A project's present forecast of one risk; see `Forecast`. */
@Entity('kag_risk_forecasts')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_risk_forecasts_project', onDelete: 'CASCADE' })
@Check('ck_kag_risk_forecasts_type', `risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')`)
export class RiskForecast {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  risk_type!: RiskType;

  @Column('double precision')
  p7!: number;

  @Column('double precision')
  p14!: number;

  @Column('double precision')
  p30!: number;

  @Column('double precision')
  confidence!: number;

  @Column('boolean')
  publishable!: boolean;

  @Column('text')
  model!: string;

  @Column('double precision')
  expected_time_to_risk_days!: number;

  @Column('jsonb')
  top_drivers!: RulesDriver[];

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  @Column('timestamptz')
  generated_at!: Date;
}

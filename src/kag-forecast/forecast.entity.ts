import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { Basis, ByHorizon, Driver, Forecast, ForecastStatus, ModelName } from './domain/forecast.js';
import type { RiskType } from './domain/risks.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_kag_risk_forecasts' };

/** A project's present forecast of one risk; see `Forecast`. */
@Entity('kag_risk_forecasts')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_risk_forecasts_project', onDelete: 'CASCADE' })
@Check('ck_kag_risk_forecasts_type', `risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')`)
@Check('ck_kag_risk_forecasts_status', `status IN ('ok', 'already', 'not_enough_history')`)
@Check('ck_kag_risk_forecasts_basis', `basis IN ('prior', 'blended', 'own')`)
export class RiskForecast {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  risk_type!: RiskType;

  @Column('text')
  status!: ForecastStatus;

  @Column('date', { nullable: true })
  since!: string | null;

  @Column('double precision', { nullable: true })
  p7!: number | null;

  @Column('double precision', { nullable: true })
  p14!: number | null;

  @Column('double precision', { nullable: true })
  p30!: number | null;

  @Column('jsonb', { nullable: true })
  interval!: Forecast['interval'];

  @Column('jsonb')
  base_rate!: ByHorizon;

  @Column('text')
  basis!: Basis;

  @Column('integer')
  onsets_seen!: number;

  @Column('jsonb')
  drivers!: Driver[];

  @Column('text')
  model!: ModelName;

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  @Column('boolean')
  publishable!: boolean;

  @Column('timestamptz')
  generated_at!: Date;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RiskType } from './domain/risks.js';

const PK = { primaryKeyConstraintName: 'pk_kag_risk_forecast_history' };

/** A forecast as it was made once: kept, so that it can be held against what then happened. */
@Entity('kag_risk_forecast_history')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_risk_forecast_history_project', onDelete: 'CASCADE' })
@Check(
  'ck_kag_risk_forecast_history_type',
  `risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')`,
)
export class PastForecast {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  risk_type!: RiskType;

  @PrimaryColumn('timestamptz', { ...PK })
  generated_at!: Date;

  /** Each model forecasts every day, so that they can be held against each other. */
  @PrimaryColumn('text', { ...PK })
  model!: string;

  @Column('double precision')
  p7!: number;

  @Column('double precision')
  p14!: number;

  @Column('double precision')
  p30!: number;

  /** Whether what was served of the day was shown. */
  @Column('boolean')
  publishable!: boolean;
}

import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { JudgedCell } from '../domain/accuracy.js';
import type { ModelName, Thresholds } from '../domain/forecast.js';
import type { HazardModel } from '../domain/hazard/hazard-model.js';
import type { TrainedOn } from '../domain/trained-on.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_kag_forecast_models' };

/** What forecasts of an account scope are made by in the week after `trained_until`. */
@Entity('kag_forecast_models')
@ForeignKey('AccountScope', ['account_scope_id'], ['id'], {
  name: 'fk_kag_forecast_models_account_scope',
  onDelete: 'CASCADE',
})
@Check('ck_kag_forecast_models_model', `model IN ('base-rate', 'rules-v2', 'hazard-v1')`)
export class ForecastModel {
  @PrimaryColumn('uuid', { ...PK })
  account_scope_id!: string;

  /** The last day that it has learnt from: a Sunday. */
  @PrimaryColumn('date', { ...PK })
  trained_until!: string;

  @PrimaryColumn('text', { ...PK })
  model!: ModelName;

  /** Of the coefficients. */
  @Column('text')
  hash!: string;

  @Column('jsonb')
  coefficients!: HazardModel;

  @Column('jsonb')
  trained_on!: TrainedOn;

  @Column('jsonb')
  thresholds!: Thresholds;

  /**
   * Mean over risks and horizons of its forecasts of the last 90 days whose horizons were over; null: there were none.
   */
  @Column('double precision', { nullable: true })
  log_loss!: number | null;

  /** How these forecasts turned out, by risk, horizon and what they said. */
  @Column('jsonb')
  judged!: JudgedCell[];

  /** Different onsets that came in these days. */
  @Column('integer')
  judged_onsets!: number;

  @Column('timestamptz', { default: () => 'now()' })
  computed_at!: Date;
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What forecasts are made by, learnt each week of each account scope; and what a forecast says now that it is learnt.
 */
export class CreateForecastModels1763902300000 implements MigrationInterface {
  /** Forecasts by later models: present ones are made again by the next refresh, those of the past are not. */
  readonly loses = ['kag_risk_forecast_history', 'kag_risk_forecasts'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kag_forecast_models (
        account_scope_id uuid NOT NULL,
        trained_until date NOT NULL,
        model text NOT NULL,
        hash text NOT NULL,
        coefficients jsonb NOT NULL,
        trained_on jsonb NOT NULL,
        thresholds jsonb NOT NULL,
        log_loss double precision,
        judged_onsets integer NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_kag_forecast_models PRIMARY KEY (account_scope_id, trained_until, model),
        CONSTRAINT fk_kag_forecast_models_account_scope FOREIGN KEY (account_scope_id) REFERENCES account_scopes (id)
          ON DELETE CASCADE,
        CONSTRAINT ck_kag_forecast_models_model CHECK (model IN ('base-rate', 'rules-v2', 'hazard-v1'))
      )`);
    // What was forecast before says something else; the next refresh makes present forecasts again.
    await runner.query(`DELETE FROM kag_risk_forecasts`);
    await runner.query(`
      ALTER TABLE kag_risk_forecasts
        ALTER COLUMN p7 DROP NOT NULL,
        ALTER COLUMN p14 DROP NOT NULL,
        ALTER COLUMN p30 DROP NOT NULL,
        DROP COLUMN confidence,
        DROP COLUMN expected_time_to_risk_days,
        DROP COLUMN top_drivers,
        ADD COLUMN status text NOT NULL,
        ADD COLUMN since date,
        ADD COLUMN "interval" jsonb,
        ADD COLUMN base_rate jsonb NOT NULL,
        ADD COLUMN basis text NOT NULL,
        ADD COLUMN onsets_seen integer NOT NULL,
        ADD COLUMN drivers jsonb NOT NULL,
        ADD CONSTRAINT ck_kag_risk_forecasts_status CHECK (status IN ('ok', 'already', 'not_enough_history')),
        ADD CONSTRAINT ck_kag_risk_forecasts_basis CHECK (basis IN ('prior', 'blended', 'own'))`);
    await runner.query(`
      ALTER TABLE kag_risk_forecast_history
        DROP COLUMN confidence,
        DROP CONSTRAINT pk_kag_risk_forecast_history,
        ADD CONSTRAINT pk_kag_risk_forecast_history PRIMARY KEY (project_id, risk_type, generated_at, model)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM kag_risk_forecast_history WHERE model IN ('base-rate', 'rules-v2')`);
    await runner.query(`
      ALTER TABLE kag_risk_forecast_history
        ADD COLUMN confidence double precision NOT NULL DEFAULT 0.5,
        DROP CONSTRAINT pk_kag_risk_forecast_history,
        ADD CONSTRAINT pk_kag_risk_forecast_history PRIMARY KEY (project_id, risk_type, generated_at)`);
    await runner.query(`ALTER TABLE kag_risk_forecast_history ALTER COLUMN confidence DROP DEFAULT`);
    await runner.query(`DELETE FROM kag_risk_forecasts`);
    await runner.query(`
      ALTER TABLE kag_risk_forecasts
        DROP CONSTRAINT ck_kag_risk_forecasts_status,
        DROP CONSTRAINT ck_kag_risk_forecasts_basis,
        DROP COLUMN status,
        DROP COLUMN since,
        DROP COLUMN "interval",
        DROP COLUMN base_rate,
        DROP COLUMN basis,
        DROP COLUMN onsets_seen,
        DROP COLUMN drivers,
        ALTER COLUMN p7 SET NOT NULL,
        ALTER COLUMN p14 SET NOT NULL,
        ALTER COLUMN p30 SET NOT NULL,
        ADD COLUMN confidence double precision NOT NULL,
        ADD COLUMN expected_time_to_risk_days double precision NOT NULL,
        ADD COLUMN top_drivers jsonb NOT NULL`);
    await runner.query(`DROP TABLE kag_forecast_models`);
  }
}

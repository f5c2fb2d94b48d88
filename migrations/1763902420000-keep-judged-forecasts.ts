import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps with each model how its past forecasts turned out, so that reading their accuracy computes nothing. Models are
 * made again by the next refresh.
 */
export class KeepJudgedForecasts1763902420000 implements MigrationInterface {
  /** All models; the next refresh makes them again. */
  readonly loses = ['kag_forecast_models'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM kag_forecast_models`);
    await runner.query(`ALTER TABLE kag_forecast_models ADD COLUMN judged jsonb NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE kag_forecast_models DROP COLUMN judged`);
  }
}

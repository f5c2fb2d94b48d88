import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How likely each risk of a project is, now and as it was forecast at any time before. */
export class CreateForecasts1763901300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const figures = `
        p7 double precision NOT NULL,
        p14 double precision NOT NULL,
        p30 double precision NOT NULL,
        confidence double precision NOT NULL,
        publishable boolean NOT NULL,
        model text NOT NULL`;
    const keys = (table: string, key: string) => `
        CONSTRAINT pk_${table} PRIMARY KEY (project_id, ${key}),
        CONSTRAINT fk_${table}_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_${table}_type CHECK (risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'))`;
    await runner.query(`
      CREATE TABLE kag_risk_forecasts (
        project_id uuid NOT NULL,
        risk_type text NOT NULL,${figures},
        expected_time_to_risk_days double precision NOT NULL,
        top_drivers jsonb NOT NULL,
        evidence_refs jsonb NOT NULL,
        generated_at timestamptz NOT NULL,${keys('kag_risk_forecasts', 'risk_type')}
      )`);
    await runner.query(`
      CREATE TABLE kag_risk_forecast_history (
        project_id uuid NOT NULL,
        risk_type text NOT NULL,
        generated_at timestamptz NOT NULL,${figures},${keys('kag_risk_forecast_history', 'risk_type, generated_at')}
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE kag_risk_forecast_history`);
    await runner.query(`DROP TABLE kag_risk_forecasts`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When risks came about, what people said of them, and the measures of days that this is computed from. */
export class CreateRiskOnsets1763902200000 implements MigrationInterface {
  /** What a snapshot measured; a refresh of its day measures it again. */
  readonly loses = ['project_snapshots.measures_json'];

  async up(runner: QueryRunner): Promise<void> {
    // Null for days that were stored before: a refresh of these days fills it in.
    await runner.query(`ALTER TABLE project_snapshots ADD COLUMN measures_json jsonb`);
    await runner.query(`
      CREATE TABLE risk_onsets (
        project_id uuid NOT NULL,
        risk_type text NOT NULL,
        began date NOT NULL,
        known date NOT NULL,
        ended date,
        source text NOT NULL,
        severity integer NOT NULL,
        evidence_refs jsonb NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_risk_onsets PRIMARY KEY (project_id, risk_type, began),
        CONSTRAINT fk_risk_onsets_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_risk_onsets_type CHECK (risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')),
        CONSTRAINT ck_risk_onsets_source CHECK (source IN ('rule', 'deal', 'person')),
        CONSTRAINT ck_risk_onsets_severity CHECK (severity BETWEEN 4 AND 5)
      )`);
    await runner.query(`
      CREATE TABLE risk_reports (
        project_id uuid NOT NULL,
        recommendation_id uuid NOT NULL,
        risk_type text NOT NULL,
        reported_on date NOT NULL,
        resolution text NOT NULL,
        note text,
        -- No foreign key: what was said outlives who said it.
        reported_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_risk_reports PRIMARY KEY (project_id, recommendation_id),
        CONSTRAINT fk_risk_reports_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_risk_reports_type CHECK (risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')),
        CONSTRAINT ck_risk_reports_resolution CHECK (resolution IN ('happened', 'prevented', 'false_alarm', 'not_relevant'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE risk_reports`);
    await runner.query(`DROP TABLE risk_onsets`);
    await runner.query(`ALTER TABLE project_snapshots DROP COLUMN measures_json`);
  }
}

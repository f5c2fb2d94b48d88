import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A project's days as they were, and what had gone wrong on them: what projects are compared by. */
export class CreateSnapshots1763901100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project_snapshots (
        project_id uuid NOT NULL,
        snapshot_date date NOT NULL,
        as_of timestamptz NOT NULL,
        signals_json jsonb NOT NULL,
        scores_json jsonb NOT NULL,
        aggregates_json jsonb NOT NULL,
        evidence_refs jsonb NOT NULL,
        publishable boolean NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_project_snapshots PRIMARY KEY (project_id, snapshot_date),
        CONSTRAINT fk_project_snapshots_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE past_case_outcomes (
        project_id uuid NOT NULL,
        occurred_on date NOT NULL,
        outcome_type text NOT NULL,
        severity integer NOT NULL,
        reason jsonb NOT NULL,
        evidence_refs jsonb NOT NULL,
        source text NOT NULL DEFAULT 'snapshot',
        computed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_past_case_outcomes PRIMARY KEY (project_id, occurred_on, outcome_type),
        CONSTRAINT fk_past_case_outcomes_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_past_case_outcomes_type CHECK (outcome_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')),
        CONSTRAINT ck_past_case_outcomes_severity CHECK (severity BETWEEN 1 AND 5)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE past_case_outcomes`);
    await runner.query(`DROP TABLE project_snapshots`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each project's recent days looked like, for comparing projects; past weeks are kept as cases too. */
export class CreateCaseSignatures1763901200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_signatures (
        project_id uuid NOT NULL,
        window_days integer NOT NULL,
        window_end date NOT NULL,
        vector double precision[] NOT NULL,
        pairs text[] NOT NULL,
        context jsonb NOT NULL,
        snapshots integer NOT NULL,
        hash text NOT NULL,
        computed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_case_signatures PRIMARY KEY (project_id, window_days, window_end),
        CONSTRAINT fk_case_signatures_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_case_signatures_window CHECK (window_days IN (7, 14, 30)),
        CONSTRAINT ck_case_signatures_vector CHECK (cardinality(vector) = 14)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE case_signatures`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The mirror of a project's __Name__ account. Add it to src/database/migrations.ts, and the name to the checks of
 * project_sources.connector and kag_event_log.source, as the migration that created GitHub's tables does.
 */
export class Create__Name____stamp__ implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE __name___records_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        name text NOT NULL,
        url text,
        vendor_created_at timestamptz NOT NULL,
        content_hash text NOT NULL,
        data jsonb NOT NULL,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk___name___records_raw PRIMARY KEY (project_id, id),
        CONSTRAINT fk___name___records_raw_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE __name___records_raw');
  }
}

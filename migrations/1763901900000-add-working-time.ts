import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a project's people work. Null: as the server's variables say, so that most projects say nothing. */
export class AddWorkingTime1763901900000 implements MigrationInterface {
  /** When each project’s people work. */
  readonly loses = ['projects.time_zone', 'projects.working_days', 'projects.working_hours'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects
        ADD COLUMN time_zone text,
        ADD COLUMN working_days jsonb,
        ADD COLUMN working_hours jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects
        DROP COLUMN time_zone,
        DROP COLUMN working_days,
        DROP COLUMN working_hours`);
  }
}

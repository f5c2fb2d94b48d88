import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a project was over, and who says so. A person's word without a day: it goes on, also where the rule finds that
 * it is over.
 */
export class AddProjectEnds1763902200001 implements MigrationInterface {
  /** When projects ended, and who said so. */
  readonly loses = ['projects.ended_by', 'projects.ended_on'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects
        ADD COLUMN ended_on date,
        ADD COLUMN ended_by text,
        ADD CONSTRAINT ck_projects_ended_by CHECK (ended_by IN ('person', 'rule'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE projects
        DROP COLUMN ended_on,
        DROP COLUMN ended_by`);
  }
}

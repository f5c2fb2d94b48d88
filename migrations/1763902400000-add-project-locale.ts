import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which language a project is told what to do. Null: as the server's variable says. */
export class AddProjectLocale1763902400000 implements MigrationInterface {
  /** The language of each project. */
  readonly loses = ['projects.locale'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE projects ADD COLUMN locale text, ADD CONSTRAINT ck_projects_locale CHECK (locale IN ('en', 'ru'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE projects DROP COLUMN locale`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The order in which lists show issues, whichever vendor they are of: `ix_linear_issues_raw_listed` has it too. */
export class ListGithubIssues1763904100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await listedBy(runner, 'vendor_updated_at DESC, id DESC');
  }

  async down(runner: QueryRunner): Promise<void> {
    await listedBy(runner, 'vendor_created_at DESC, id');
  }
}

async function listedBy(runner: QueryRunner, columns: string): Promise<void> {
  await runner.query(`DROP INDEX ix_github_issues_raw_listed`);
  await runner.query(`CREATE INDEX ix_github_issues_raw_listed ON github_issues_raw (project_id, ${columns})`);
}

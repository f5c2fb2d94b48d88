import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHECKS = [
  ['project_sources', 'ck_project_sources_connector', 'connector', ''],
  ['kag_event_log', 'ck_kag_event_log_source', 'source', `, 'system'`],
] as const;

/**
 * The mirror of a project's GitHub repositories. `data` is the vendor's object; `deleted_at` to `updated_at` are the
 * writer's.
 */
export class CreateGithub1763903600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // All rows fulfil the narrower check: a look at each would keep the event log locked meanwhile.
    await allow(runner, `'chatwoot', 'linear', 'attio', 'github'`, ' NOT VALID');
    // Columns that every one of these tables begins and ends with.
    const table = (name: string, columns: string) =>
      runner.query(`
      CREATE TABLE ${name} (
        project_id uuid NOT NULL,
        id text NOT NULL,
        repository text NOT NULL,
        ${columns},
        content_hash text NOT NULL,
        data jsonb NOT NULL,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_${name} PRIMARY KEY (project_id, id),
        CONSTRAINT fk_${name}_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
    const dated = 'url text, vendor_created_at timestamptz NOT NULL, vendor_updated_at text NOT NULL';

    await table(
      'github_milestones_raw',
      `${dated}, number integer NOT NULL, name text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz,
        completed_at timestamptz, started boolean NOT NULL`,
    );
    await table('github_labels_raw', 'name text NOT NULL');
    await table(
      'github_issues_raw',
      `${dated}, identifier text NOT NULL, number integer NOT NULL, title text NOT NULL, body text, author text,
        assignee text, state text NOT NULL, state_type text NOT NULL, labels jsonb NOT NULL, milestone_id text,
        due_date text, blocked boolean NOT NULL, blocked_by jsonb NOT NULL, blocked_since text,
        latest_change_at text NOT NULL, completed_at timestamptz, canceled_at timestamptz`,
    );
    await table(
      'github_comments_raw',
      `${dated}, issue_id text NOT NULL, author text, from_outside boolean NOT NULL, from_bot boolean NOT NULL, body text NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX ix_github_issues_raw_listed ON github_issues_raw (project_id, vendor_created_at DESC, id)`,
    );
    await runner.query(`CREATE INDEX ix_github_comments_raw_issue ON github_comments_raw (project_id, issue_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['comments', 'issues', 'labels', 'milestones'])
      await runner.query(`DROP TABLE github_${table}_raw`);
    for (const [table, , column] of CHECKS) await runner.query(`DELETE FROM ${table} WHERE ${column} = 'github'`);
    await allow(runner, `'chatwoot', 'linear', 'attio'`);
  }
}

async function allow(runner: QueryRunner, names: string, validity = ''): Promise<void> {
  for (const [table, check, column, more] of CHECKS) {
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${check}`);
    await runner.query(
      `ALTER TABLE ${table} ADD CONSTRAINT ${check} CHECK (${column} IN (${names}${more}))${validity}`,
    );
  }
}

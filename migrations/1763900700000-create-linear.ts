import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The mirror of a project's part of a Linear workspace. `project_id` is ours; Linear's own projects are
 * `linear_project_id`. Its objects refer to each other without keys: what can't be read, isn't the project's or was
 * purged must never hold up the rows that name it.
 */
export class CreateLinear1763900700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const writers = `
        vendor_created_at timestamptz NOT NULL,
        vendor_updated_at text NOT NULL,
        data jsonb NOT NULL,
        deleted_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()`;
    const keys = (table: string) => `
        CONSTRAINT pk_${table} PRIMARY KEY (project_id, id),
        CONSTRAINT fk_${table}_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE`;

    await runner.query(`
      CREATE TABLE linear_teams_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        workspace_id text NOT NULL,
        key text NOT NULL,
        name text NOT NULL,${writers},${keys('linear_teams_raw')}
      )`);
    await runner.query(`
      CREATE TABLE linear_users_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        workspace_id text NOT NULL,
        name text NOT NULL,
        display_name text,
        email text,
        active boolean NOT NULL,${writers},${keys('linear_users_raw')}
      )`);
    await runner.query(`
      CREATE TABLE linear_labels_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        workspace_id text NOT NULL,
        team_id text,
        name text NOT NULL,${writers},${keys('linear_labels_raw')}
      )`);
    await runner.query(`
      CREATE TABLE linear_states_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        workspace_id text NOT NULL,
        team_id text NOT NULL,
        name text NOT NULL,
        type text NOT NULL,${writers},${keys('linear_states_raw')}
      )`);
    await runner.query(`
      CREATE TABLE linear_cycles_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        workspace_id text NOT NULL,
        team_id text NOT NULL,
        number integer NOT NULL,
        name text,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        completed_at timestamptz,
        started boolean NOT NULL,${writers},${keys('linear_cycles_raw')}
      )`);
    await runner.query(`
      CREATE TABLE linear_projects_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        workspace_id text NOT NULL,
        name text NOT NULL,
        status_name text,
        status_type text,
        health text,
        lead_id text,
        team_ids jsonb NOT NULL,
        start_date text,
        target_date text,
        completed_at timestamptz,
        canceled_at timestamptz,
        url text,${writers},${keys('linear_projects_raw')}
      )`);
    await runner.query(`
      CREATE TABLE linear_issues_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        workspace_id text NOT NULL,
        identifier text NOT NULL,
        number integer,
        title text NOT NULL,
        description text,
        url text,
        priority integer,
        estimate double precision,
        due_date text,
        state_id text NOT NULL,
        state_name text NOT NULL,
        state_type text NOT NULL,
        team_id text NOT NULL,
        team_key text,
        linear_project_id text,
        cycle_id text,
        parent_id text,
        assignee_id text,
        creator_id text,
        label_ids jsonb NOT NULL,
        labels jsonb NOT NULL,
        blocked boolean NOT NULL,
        blocked_by jsonb NOT NULL,
        blocked_since text,
        blocks jsonb NOT NULL,
        latest_change_at text NOT NULL,
        started_at timestamptz,
        completed_at timestamptz,
        canceled_at timestamptz,
        archived_at timestamptz,
        trashed boolean NOT NULL,
        fingerprint text NOT NULL,${writers},${keys('linear_issues_raw')}
      )`);
    await runner.query(
      `CREATE INDEX ix_linear_issues_raw_listed ON linear_issues_raw (project_id, vendor_updated_at DESC, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX ix_linear_issues_raw_project ON linear_issues_raw (project_id, linear_project_id)`,
    );
    await runner.query(`
      CREATE TABLE linear_comments_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        issue_id text NOT NULL,
        parent_id text,
        user_id text,
        from_outside boolean NOT NULL,
        body text NOT NULL,
        url text,${writers},${keys('linear_comments_raw')}
      )`);
    await runner.query(`CREATE INDEX ix_linear_comments_raw_issue ON linear_comments_raw (project_id, issue_id)`);
    await runner.query(`
      CREATE TABLE linear_relations_raw (
        project_id uuid NOT NULL,
        id text NOT NULL,
        type text NOT NULL,
        issue_id text NOT NULL,
        related_issue_id text NOT NULL,${writers},${keys('linear_relations_raw')}
      )`);
    await runner.query(`CREATE INDEX ix_linear_relations_raw_issue ON linear_relations_raw (project_id, issue_id)`);
    await runner.query(
      `CREATE INDEX ix_linear_relations_raw_related ON linear_relations_raw (project_id, related_issue_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const kinds = ['relations', 'comments', 'issues', 'projects', 'cycles', 'states', 'labels', 'users', 'teams'];
    for (const kind of kinds) await runner.query(`DROP TABLE linear_${kind}_raw`);
  }
}

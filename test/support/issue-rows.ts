import type { Sql } from '../../src/database/index.js';

export interface IssueRow {
  id: string;
  title: string;
  /** A day. */
  due?: string;
  blocked?: boolean;
  completed?: Date;
  changed?: string;
  assignee?: string;
}

/** Stores issues of a project as a sync would. */
export async function addIssues(sql: Sql, project: string, rows: readonly IssueRow[]): Promise<void> {
  await sql.run(
    `INSERT INTO linear_issues_raw (project_id, id, workspace_id, identifier, title, url, state_id, state_name, state_type, team_id,
       label_ids, labels, blocked, blocked_by, blocks, latest_change_at, fingerprint, vendor_updated_at, data, trashed,
       vendor_created_at, completed_at, due_date, assignee_id)
     SELECT $1, id, 'w', id, title, 'https://linear.example/' || id, 's', CASE WHEN completed IS NULL THEN 'In progress' ELSE 'Done' END,
       CASE WHEN completed IS NULL THEN 'started' ELSE 'completed' END, 't', '[]', '["web"]', coalesce(blocked, false), '[]', '[]', '',
       '', coalesce(changed, '2026-01-01T00:00:00.000Z'), '{}', false, now() - interval '20 days', completed, due, assignee
     FROM jsonb_to_recordset($2::jsonb) AS r (id text, title text, due text, blocked boolean, completed timestamptz, changed text,
       assignee text)`,
    [project, JSON.stringify(rows)],
  );
}

import type { TableSpec } from '../core/contract.js';
import type { OutsideRows, StoredRows, Taken } from '../core/stored-rows.js';
import { scopeOf } from './scope.js';
import { LINEAR_COMMENTS, LINEAR_ISSUES, LINEAR_RELATIONS, LINEAR_TABLES } from './tables.js';

const hasIssue = (ids: string) =>
  `EXISTS (SELECT FROM linear_issues_raw i WHERE i.project_id = t.project_id AND i.id IN (${ids}))`;

/** Issues outside of the teams and projects, then what hangs on them. What they belong to is the whole workspace's. */
function outside(source: Taken): OutsideRows[] {
  const scope = scopeOf(source);
  if (scope === null) return [];
  const rows = (table: TableSpec, where: string, values: unknown[] = []) => ({ table, where, values });
  return [
    rows(
      LINEAR_ISSUES,
      `NOT (t.team_id = ANY ($2::text[]) OR coalesce(t.linear_project_id = ANY ($3::text[]), false))`,
      [[...scope.teams], [...scope.projects]],
    ),
    rows(LINEAR_COMMENTS, `NOT ${hasIssue('t.issue_id')}`),
    rows(LINEAR_RELATIONS, `NOT ${hasIssue('t.issue_id, t.related_issue_id')}`),
  ];
}

export const LINEAR_STORED: StoredRows = {
  tables: LINEAR_TABLES,
  outside,
  chunks: {
    kind: 'issue',
    // Of the texts of issues, Linear's are those that name no repository.
    lost: `t.source_id NOT LIKE '%/%' AND CASE WHEN t.source_id LIKE 'comment:%'
      THEN NOT EXISTS (SELECT FROM linear_comments_raw c WHERE c.project_id = t.project_id AND c.id = substr(t.source_id, 9))
      ELSE NOT ${hasIssue('t.source_id')} END`,
  },
};

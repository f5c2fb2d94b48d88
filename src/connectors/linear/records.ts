import type { SourceRecords } from '../../source-records/index.js';
import { issueRecords } from '../kit/issue-records.js';
import { LINEAR_ISSUES, LINEAR_PROJECTS, LINEAR_USERS } from './tables.js';

export const LINEAR_RECORDS: SourceRecords = {
  // Archived and trashed issues are marked as deleted, so that what is left is what Linear shows.
  issues: issueRecords(LINEAR_ISSUES, {
    state: 't.state_name',
    priority: 't.priority',
    assignee: `SELECT coalesce(u.display_name, u.name) FROM ${LINEAR_USERS.table} u
      WHERE u.project_id = t.project_id AND u.id = t.assignee_id`,
    closed_at: 'least(t.completed_at, t.canceled_at, t.archived_at)',
    archived: 't.archived_at IS NOT NULL AND NOT t.trashed',
  }),
  plans: {
    table: LINEAR_PROJECTS.table,
    columns: { id: 't.id', name: 't.name', live: 't.deleted_at IS NULL AND t.canceled_at IS NULL' },
  },
};

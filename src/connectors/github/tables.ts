import { ISSUE_COLUMNS } from '../kit/issue-columns.js';
import { partedTable } from '../kit/parted-table.js';
import { sourceTable } from '../kit/source-table.js';

/** A step that work is planned for; one with a due date is a stage. */
export const GITHUB_MILESTONES = partedTable('github_milestones_raw', {
  number: 'integer',
  name: 'text',
  starts_at: 'timestamptz',
  ends_at: 'timestamptz?',
  completed_at: 'timestamptz?',
  started: 'boolean',
});

export const GITHUB_LABELS = sourceTable('github_labels_raw', {
  key: { id: 'text' },
  columns: { repository: 'text', name: 'text', content_hash: 'text', data: 'jsonb' },
});

/**
 * An issue; pull requests are none. Its `state_type` is open, completed or canceled, and it is due with its milestone.
 */
export const GITHUB_ISSUES = partedTable(
  'github_issues_raw',
  {
    ...ISSUE_COLUMNS,
    number: 'integer',
    body: 'text?',
    author: 'text?',
    assignee: 'text?',
    state: 'text',
    milestone_id: 'text?',
  },
  ['ix_github_issues_raw_listed'],
);

/** A comment on an issue; `from_outside`: by somebody who is not of the team. */
export const GITHUB_COMMENTS = partedTable(
  'github_comments_raw',
  { issue_id: 'text', author: 'text?', from_outside: 'boolean', from_bot: 'boolean', body: 'text' },
  ['ix_github_comments_raw_issue'],
);

export const GITHUB_TABLES = [GITHUB_MILESTONES, GITHUB_LABELS, GITHUB_ISSUES, GITHUB_COMMENTS] as const;

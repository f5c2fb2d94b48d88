import { type Declared, sourceTable } from '../kit/source-table.js';

/** What every object of GitHub's has. `id` is `owner/name#` and what tells it apart within the repository. */
const EVERY = {
  repository: 'text',
  url: 'text?',
  vendor_created_at: 'timestamptz',
  vendor_updated_at: 'text',
  content_hash: 'text',
  data: 'jsonb',
} as const;

const table = (name: string, columns: Record<string, Declared>, indexes: string[] = []) =>
  sourceTable(name, { key: { id: 'text' }, columns: { ...columns, ...EVERY }, indexes });

/** A step that work is planned for; one with a due date is a stage. */
export const GITHUB_MILESTONES = table('github_milestones_raw', {
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

/** An issue; pull requests are none. */
export const GITHUB_ISSUES = table(
  'github_issues_raw',
  {
    identifier: 'text',
    number: 'integer',
    title: 'text',
    body: 'text?',
    author: 'text?',
    assignee: 'text?',
    state: 'text',
    // open, completed or canceled.
    state_type: 'text',
    labels: 'jsonb',
    milestone_id: 'text?',
    // YYYY-MM-DD, of its milestone.
    due_date: 'text?',
    blocked: 'boolean',
    blocked_by: 'jsonb',
    blocked_since: 'text?',
    latest_change_at: 'text',
    completed_at: 'timestamptz?',
    canceled_at: 'timestamptz?',
  },
  ['ix_github_issues_raw_listed'],
);

/** A comment on an issue; `from_outside`: by somebody who is not of the team. */
export const GITHUB_COMMENTS = table(
  'github_comments_raw',
  { issue_id: 'text', author: 'text?', from_outside: 'boolean', from_bot: 'boolean', body: 'text' },
  ['ix_github_comments_raw_issue'],
);

export const GITHUB_TABLES = [GITHUB_MILESTONES, GITHUB_LABELS, GITHUB_ISSUES, GITHUB_COMMENTS] as const;

/**
 * Columns that issues have at every vendor: what their events, their evidence and the list of all issues are made of.
 */
export const ISSUE_COLUMNS = {
  identifier: 'text',
  title: 'text',
  // YYYY-MM-DD, a day without a time zone.
  due_date: 'text?',
  state_type: 'text',
  // Names, in order.
  labels: 'jsonb',
  // Not closed, and held up.
  blocked: 'boolean',
  // Ids of the open issues that block it.
  blocked_by: 'jsonb',
  // ISO 8601, as the vendor's other times; null while not blocked.
  blocked_since: 'text?',
  // The newest change of the issue or of one that blocks it.
  latest_change_at: 'text',
  completed_at: 'timestamptz?',
  canceled_at: 'timestamptz?',
} as const;

import type { ColumnType, TableSpec } from '../core/contract.js';

/** What every object of Linear's has: `vendor_updated_at` is its `updatedAt` as it came, to the millisecond. */
const EVERY = { vendor_created_at: 'timestamptz', vendor_updated_at: 'text', data: 'jsonb' } as const;

const table = (name: string, columns: Record<string, ColumnType>): TableSpec => ({
  table: name,
  key: ['id'],
  columns: { id: 'text', ...columns, ...EVERY },
});

export const LINEAR_TEAMS = table('linear_teams_raw', {
  workspace_id: 'text',
  key: 'text',
  name: 'text',
});

export const LINEAR_USERS = table('linear_users_raw', {
  workspace_id: 'text',
  name: 'text',
  display_name: 'text',
  email: 'text',
  active: 'boolean',
});

export const LINEAR_LABELS = table('linear_labels_raw', {
  workspace_id: 'text',
  team_id: 'text',
  name: 'text',
});

export const LINEAR_STATES = table('linear_states_raw', {
  workspace_id: 'text',
  team_id: 'text',
  name: 'text',
  type: 'text',
});

export const LINEAR_CYCLES = table('linear_cycles_raw', {
  workspace_id: 'text',
  team_id: 'text',
  number: 'integer',
  name: 'text',
  starts_at: 'timestamptz',
  ends_at: 'timestamptz',
  completed_at: 'timestamptz',
  started: 'boolean',
});

export const LINEAR_PROJECTS = table('linear_projects_raw', {
  workspace_id: 'text',
  name: 'text',
  status_name: 'text',
  status_type: 'text',
  health: 'text',
  lead_id: 'text',
  team_ids: 'jsonb',
  start_date: 'text',
  target_date: 'text',
  completed_at: 'timestamptz',
  canceled_at: 'timestamptz',
  url: 'text',
});

export const LINEAR_ISSUES = table('linear_issues_raw', {
  workspace_id: 'text',
  identifier: 'text',
  number: 'integer',
  title: 'text',
  description: 'text',
  url: 'text',
  priority: 'integer',
  estimate: 'double precision',
  due_date: 'text',
  state_id: 'text',
  state_name: 'text',
  state_type: 'text',
  team_id: 'text',
  team_key: 'text',
  linear_project_id: 'text',
  cycle_id: 'text',
  parent_id: 'text',
  assignee_id: 'text',
  creator_id: 'text',
  label_ids: 'jsonb',
  labels: 'jsonb',
  blocked: 'boolean',
  blocked_by: 'jsonb',
  blocked_since: 'text',
  blocks: 'jsonb',
  latest_change_at: 'text',
  started_at: 'timestamptz',
  completed_at: 'timestamptz',
  canceled_at: 'timestamptz',
  archived_at: 'timestamptz',
  trashed: 'boolean',
  fingerprint: 'text',
});

export const LINEAR_COMMENTS = table('linear_comments_raw', {
  issue_id: 'text',
  parent_id: 'text',
  user_id: 'text',
  from_outside: 'boolean',
  body: 'text',
  url: 'text',
});

export const LINEAR_RELATIONS = table('linear_relations_raw', {
  type: 'text',
  issue_id: 'text',
  related_issue_id: 'text',
});

/** Nothing refers to anything by a key, so that the order is only what is easiest to read. */
export const LINEAR_TABLES: readonly TableSpec[] = [
  LINEAR_TEAMS,
  LINEAR_USERS,
  LINEAR_LABELS,
  LINEAR_STATES,
  LINEAR_CYCLES,
  LINEAR_PROJECTS,
  LINEAR_ISSUES,
  LINEAR_COMMENTS,
  LINEAR_RELATIONS,
];

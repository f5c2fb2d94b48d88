import { ISSUE_COLUMNS } from '../kit/issue-columns.js';
import { type Declared, sourceTable } from '../kit/source-table.js';

/** What every object of Linear's has: `vendor_updated_at` is its `updatedAt` as it came, to the millisecond. */
const EVERY = { vendor_created_at: 'timestamptz', vendor_updated_at: 'text', data: 'jsonb' } as const;

const table = (name: string, columns: Record<string, Declared>, indexes: string[] = []) =>
  sourceTable(name, { key: { id: 'text' }, columns: { ...columns, ...EVERY }, indexes });

export const LINEAR_TEAMS = table('linear_teams_raw', { workspace_id: 'text', key: 'text', name: 'text' });

/** A member of the workspace, active or not. */
export const LINEAR_USERS = table('linear_users_raw', {
  workspace_id: 'text',
  name: 'text',
  display_name: 'text?',
  email: 'text?',
  active: 'boolean',
});

/** A label, of one team or of the whole workspace. */
export const LINEAR_LABELS = table('linear_labels_raw', { workspace_id: 'text', team_id: 'text?', name: 'text' });

/** A step of a team’s workflow; its `type` says what the step means. */
export const LINEAR_STATES = table('linear_states_raw', {
  workspace_id: 'text',
  team_id: 'text',
  name: 'text',
  type: 'text',
});

/** A cycle of a team. */
export const LINEAR_CYCLES = table('linear_cycles_raw', {
  workspace_id: 'text',
  team_id: 'text',
  number: 'integer',
  name: 'text?',
  starts_at: 'timestamptz',
  ends_at: 'timestamptz',
  completed_at: 'timestamptz?',
  // Whether its start was past when it was read: the one column that time alone changes.
  started: 'boolean',
});

/** A project of Linear’s; `project_id` is ours, as everywhere. */
export const LINEAR_PROJECTS = table('linear_projects_raw', {
  workspace_id: 'text',
  name: 'text',
  status_name: 'text?',
  status_type: 'text?',
  health: 'text?',
  lead_id: 'text?',
  team_ids: 'jsonb',
  start_date: 'text?',
  target_date: 'text?',
  completed_at: 'timestamptz?',
  canceled_at: 'timestamptz?',
  url: 'text?',
});

/** An issue as its list shows it, with what its neighbours make of it: it is blocked as `blocking.ts` says. */
export const LINEAR_ISSUES = table(
  'linear_issues_raw',
  {
    ...ISSUE_COLUMNS,
    workspace_id: 'text',
    number: 'integer?',
    description: 'text?',
    url: 'text?',
    priority: 'integer?',
    estimate: 'double precision?',
    state_id: 'text',
    state_name: 'text',
    team_id: 'text',
    team_key: 'text?',
    linear_project_id: 'text?',
    cycle_id: 'text?',
    parent_id: 'text?',
    assignee_id: 'text?',
    creator_id: 'text?',
    label_ids: 'jsonb',
    // Ids of the issues it blocks: those to look at again when it changes.
    blocks: 'jsonb',
    started_at: 'timestamptz?',
    archived_at: 'timestamptz?',
    trashed: 'boolean',
    // Hash of everything the list shows of it: tells changes that leave `updatedAt` alone.
    fingerprint: 'text',
  },
  ['ix_linear_issues_raw_listed', 'ix_linear_issues_raw_project'],
);

/** A comment on an issue; `from_outside`: by somebody who is not a member of the workspace. */
export const LINEAR_COMMENTS = table(
  'linear_comments_raw',
  {
    issue_id: 'text',
    parent_id: 'text?',
    user_id: 'text?',
    from_outside: 'boolean',
    body: 'text',
    url: 'text?',
  },
  ['ix_linear_comments_raw_issue'],
);

/** A relation between two issues: with type blocks, `issue_id` blocks `related_issue_id`. */
export const LINEAR_RELATIONS = table(
  'linear_relations_raw',
  { type: 'text', issue_id: 'text', related_issue_id: 'text' },
  ['ix_linear_relations_raw_issue', 'ix_linear_relations_raw_related'],
);

/** Nothing refers to anything by a key, so that the order is only what is easiest to read. */
export const LINEAR_TABLES = [
  LINEAR_TEAMS,
  LINEAR_USERS,
  LINEAR_LABELS,
  LINEAR_STATES,
  LINEAR_CYCLES,
  LINEAR_PROJECTS,
  LINEAR_ISSUES,
  LINEAR_COMMENTS,
  LINEAR_RELATIONS,
] as const;

import type * as rows from './records.js';
import { slugOf } from './slug.js';
import type { LinearWorld } from './world.js';

/** One field of one type: its value, a row, or the rows of a list. */
type Field<R> = (row: R, world: LinearWorld) => unknown;
type Fields<R> = Record<string, Field<R>>;

const PRIORITIES = ['No priority', 'Urgent', 'High', 'Medium', 'Low'];

const address = (world: LinearWorld, path: string): string => `https://linear.app/${world.organization.urlKey}/${path}`;

const issueUrl = (row: rows.IssueRow, world: LinearWorld): string =>
  address(world, `issue/${row.identifier}/${slugOf(row.title).slice(0, 60)}`);

/** The share of issues that are done; nothing is done of nothing. */
function progress(issues: readonly rows.IssueRow[]): number {
  const counted = issues.filter((each) => each.canceledAt === null && each.archivedAt === null);
  return counted.length === 0 ? 0 : counted.filter((each) => each.completedAt !== null).length / counted.length;
}

const issues =
  (column: keyof rows.IssueRow) =>
  (row: { id: string }, world: LinearWorld): rows.IssueRow[] =>
    world.tables.by('issue', column, row.id);

type Phase = 'past' | 'active' | 'future';

function phaseOf(row: rows.CycleRow, now: number): Phase {
  if (row.completedAt !== null || Date.parse(row.endsAt) <= now) return 'past';
  return Date.parse(row.startsAt) <= now ? 'active' : 'future';
}

/** Whether the cycle is the nearest of its team in that phase. */
function isNearest(row: rows.CycleRow, world: LinearWorld, phase: Phase): boolean {
  const now = world.now();
  const group = world.tables.by('cycle', 'teamId', row.teamId).filter((each) => phaseOf(each, now) === phase);
  const numbers = group.map((each) => each.number);
  return group.includes(row) && row.number === (phase === 'past' ? Math.max(...numbers) : Math.min(...numbers));
}

function hasRelation(
  row: rows.IssueRow,
  world: LinearWorld,
  side: 'issueId' | 'relatedIssueId',
  type: rows.RelationType,
  counts: (other: rows.IssueRow) => boolean = () => true,
): boolean {
  const far = side === 'issueId' ? 'relatedIssueId' : 'issueId';
  return world.tables
    .by('relation', side, row.id)
    .some((each) => each.type === type && counts(world.tables.get('issue', each[far])));
}

const stillOpen =
  (world: LinearWorld) =>
  (issue: rows.IssueRow): boolean => {
    const { type } = world.tables.get('state', issue.stateId);
    return !['completed', 'canceled', 'duplicate'].includes(type);
  };

const team: Fields<rows.TeamRow> = {
  displayName: (row) => row.name,
  states: (row, world) => world.tables.by('state', 'teamId', row.id),
  cycles: (row, world) => world.tables.by('cycle', 'teamId', row.id),
  labels: (row, world) => world.tables.by('label', 'teamId', row.id),
  members: (row, world) => world.tables.list('user').filter((user) => row.memberIds.includes(user.id)),
  projects: (row, world) => world.tables.list('project').filter((project) => project.teamIds.includes(row.id)),
  issues: issues('teamId'),
};

const project: Fields<rows.ProjectRow> = {
  url: (row, world) => address(world, `project/${row.slugId}`),
  status: (row, world) => world.tables.get('projectStatus', row.statusId),
  state: (row, world) => world.tables.get('projectStatus', row.statusId).type,
  lead: (row, world) => world.tables.find('user', row.leadId),
  creator: (row, world) => world.tables.find('user', row.creatorId),
  teams: (row, world) => row.teamIds.flatMap((id) => world.tables.find('team', id) ?? []),
  accessibleTeams: (row, world) => row.teamIds.flatMap((id) => world.tables.find('team', id) ?? []),
  issues: issues('projectId'),
  projectUpdates: (row, world) => world.tables.by('projectUpdate', 'projectId', row.id),
  progress: (row, world) => progress(world.tables.by('issue', 'projectId', row.id)),
  scope: (row, world) =>
    world.tables.by('issue', 'projectId', row.id).reduce((sum, issue) => sum + (issue.estimate ?? 1), 0),
};

const projectUpdate: Fields<rows.ProjectUpdateRow> = {
  url: (row, world) => address(world, `project-update/${row.id}`),
  project: (row, world) => world.tables.get('project', row.projectId),
  user: (row, world) => world.tables.get('user', row.userId),
};

const state: Fields<rows.StateRow> = {
  team: (row, world) => world.tables.get('team', row.teamId),
  issues: issues('stateId'),
};

const cycle: Fields<rows.CycleRow> = {
  team: (row, world) => world.tables.get('team', row.teamId),
  issues: issues('cycleId'),
  progress: (row, world) => progress(world.tables.by('issue', 'cycleId', row.id)),
  isActive: (row, world) => phaseOf(row, world.now()) === 'active',
  isPast: (row, world) => phaseOf(row, world.now()) === 'past',
  isFuture: (row, world) => phaseOf(row, world.now()) === 'future',
  isNext: (row, world) => isNearest(row, world, 'future'),
  isPrevious: (row, world) => isNearest(row, world, 'past'),
};

const user: Fields<rows.UserRow> = {
  url: (row, world) => address(world, `profiles/${row.displayName}`),
  isMe: (row, world) => row === world.viewer(),
  assignedIssues: issues('assigneeId'),
};

const issue: Fields<rows.IssueRow> = {
  url: issueUrl,
  branchName: (row) => `${row.identifier.toLowerCase()}-${slugOf(row.title).slice(0, 40)}`,
  priorityLabel: (row) => PRIORITIES[row.priority] ?? 'No priority',
  sortOrder: (row) => -row.number,
  team: (row, world) => world.tables.get('team', row.teamId),
  state: (row, world) => world.tables.get('state', row.stateId),
  assignee: (row, world) => world.tables.find('user', row.assigneeId),
  creator: (row, world) => world.tables.find('user', row.creatorId),
  project: (row, world) => world.tables.find('project', row.projectId),
  cycle: (row, world) => world.tables.find('cycle', row.cycleId),
  parent: (row, world) => world.tables.find('issue', row.parentId),
  children: issues('parentId'),
  comments: (row, world) => world.tables.by('comment', 'issueId', row.id),
  labels: (row, world) => row.labelIds.flatMap((id) => world.tables.find('label', id) ?? []),
  relations: (row, world) => world.tables.by('relation', 'issueId', row.id),
  inverseRelations: (row, world) => world.tables.by('relation', 'relatedIssueId', row.id),
  // Only a blocker that is still open counts; a related issue always does.
  hasBlockedByRelations: (row, world) => hasRelation(row, world, 'relatedIssueId', 'blocks', stillOpen(world)),
  hasBlockingRelations: (row, world) => hasRelation(row, world, 'issueId', 'blocks', stillOpen(world)),
  hasRelatedRelations: (row, world) =>
    hasRelation(row, world, 'issueId', 'related') || hasRelation(row, world, 'relatedIssueId', 'related'),
  hasDuplicateRelations: (row, world) => hasRelation(row, world, 'issueId', 'duplicate'),
};

const comment: Fields<rows.CommentRow> = {
  url: (row, world) => `${issueUrl(world.tables.get('issue', row.issueId), world)}#comment-${row.id.slice(0, 8)}`,
  issue: (row, world) => world.tables.find('issue', row.issueId),
  user: (row, world) => world.tables.find('user', row.userId),
  parent: (row, world) => world.tables.find('comment', row.parentId),
  children: (row, world) => world.tables.by('comment', 'parentId', row.id),
};

const label: Fields<rows.LabelRow> = {
  team: (row, world) => world.tables.find('team', row.teamId),
  parent: (row, world) => world.tables.find('label', row.parentId),
  issues: (row, world) => world.tables.list('issue').filter((each) => each.labelIds.includes(row.id)),
};

const relation: Fields<rows.RelationRow> = {
  issue: (row, world) => world.tables.get('issue', row.issueId),
  relatedIssue: (row, world) => world.tables.get('issue', row.relatedIssueId),
};

const MODEL: Record<string, Fields<never>> = {
  Team: team,
  Project: project,
  ProjectUpdate: projectUpdate,
  WorkflowState: state,
  Cycle: cycle,
  User: user,
  Issue: issue,
  IssueSearchResult: issue,
  Comment: comment,
  IssueLabel: label,
  IssueRelation: relation,
};

/** @returns a field's value, for answers and filters alike; whatever has no rule here stands in the row as it is */
export function valueOf(type: string, name: string, row: unknown, world: LinearWorld): unknown {
  const field = MODEL[type]?.[name] as Field<unknown> | undefined;
  return field ? field(row, world) : ((row as Record<string, unknown>)[name] ?? null);
}

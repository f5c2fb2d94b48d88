import type { LinearWorld } from '../../sandbox/sandbox.js';
import type { Mirror, Row } from './mirror.js';

const byId = <T extends { id: unknown }>(rows: T[]): T[] => rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
const iso = (value: unknown) => (value === null ? null : new Date(value as Date).toISOString());

/** What a mirror holds that isn't marked deleted, in the world's words, to be compared with it. */
export function mirrored(mirror: Mirror) {
  const live = <T>(kind: string, view: (row: Row) => T) => mirror.living(`linear_${kind}_raw`).map(view);
  return {
    teams: byId(live('teams', (row) => ({ id: row['id'], key: row['key'], name: row['name'] }))),
    users: byId(live('users', (row) => ({ id: row['id'], name: row['name'], active: row['active'] }))),
    labels: byId(live('labels', (row) => ({ id: row['id'], name: row['name'], team: row['team_id'] }))),
    states: byId(live('states', (row) => ({ id: row['id'], name: row['name'], type: row['type'] }))),
    cycles: byId(
      live('cycles', (row) => ({ id: row['id'], number: row['number'], completed: iso(row['completed_at']) })),
    ),
    projects: byId(live('projects', (row) => ({ id: row['id'], name: row['name'], teams: row['team_ids'] }))),
    issues: byId(
      live('issues', (row) => ({
        id: row['id'],
        identifier: row['identifier'],
        title: row['title'],
        description: row['description'],
        state: row['state_id'],
        type: row['state_type'],
        team: row['team_id'],
        project: row['linear_project_id'],
        cycle: row['cycle_id'],
        due: row['due_date'],
        labels: row['label_ids'],
        completed: iso(row['completed_at']),
        updated: row['vendor_updated_at'],
        blocked_by: row['blocked_by'],
      })),
    ),
    comments: byId(live('comments', (row) => ({ id: row['id'], issue: row['issue_id'], body: row['body'] }))),
    relations: byId(
      live('relations', (row) => ({
        id: row['id'],
        type: row['type'],
        issue: row['issue_id'],
        related: row['related_issue_id'],
      })),
    ),
  };
}

/** The same from the world itself: what is archived, in the trash or said on such an issue is not there. */
export function expected(world: LinearWorld, ours: (teamId: string, projectId: string | null) => boolean = () => true) {
  const snapshot = world.snapshot();
  const state = new Map(snapshot.states.map((row) => [row.id, row]));
  const present = <T extends { archivedAt: string | null }>(rows: T[]) => rows.filter((row) => row.archivedAt === null);
  const open = (id: string) => {
    const issue = world.tables.issue.get(id);
    const type = state.get(issue?.stateId ?? '')?.type ?? '';
    return issue?.archivedAt === null && !['completed', 'canceled', 'duplicate'].includes(type);
  };
  const all = snapshot.issues.filter((row) => ours(row.teamId, row.projectId));
  const issues = present(all);
  const living = new Set(issues.map(({ id }) => id));
  const known = new Set(all.map(({ id }) => id));
  const blockersOf = (id: string) => {
    const rows = snapshot.relations.filter((row) => row.type === 'blocks' && row.relatedIssueId === id);
    return [...new Set(rows.map((row) => row.issueId).filter(open))].sort();
  };
  return {
    teams: present(snapshot.teams).map(({ id, key, name }) => ({ id, key, name })),
    users: present(snapshot.users).map(({ id, name, active }) => ({ id, name, active })),
    labels: present(snapshot.labels).map(({ id, name, teamId }) => ({ id, name, team: teamId })),
    states: present(snapshot.states).map(({ id, name, type }) => ({ id, name, type })),
    cycles: present(snapshot.cycles).map(({ id, number, completedAt }) => ({ id, number, completed: completedAt })),
    projects: present(snapshot.projects).map(({ id, name, teamIds }) => ({ id, name, teams: [...teamIds].sort() })),
    issues: issues.map((row) => ({
      id: row.id,
      identifier: row.identifier,
      title: row.title,
      description: row.description,
      state: row.stateId,
      type: state.get(row.stateId)?.type,
      team: row.teamId,
      project: row.projectId,
      cycle: row.cycleId,
      due: row.dueDate,
      labels: [...row.labelIds].sort(),
      completed: row.completedAt,
      updated: row.updatedAt,
      blocked_by: open(row.id) ? blockersOf(row.id) : [],
    })),
    comments: snapshot.comments
      .filter((row) => living.has(row.issueId))
      .map(({ id, issueId, body }) => ({ id, issue: issueId, body })),
    relations: snapshot.relations
      .filter((row) => known.has(row.issueId) || known.has(row.relatedIssueId))
      .map(({ id, type, issueId, relatedIssueId }) => ({ id, type, issue: issueId, related: relatedIssueId })),
  };
}

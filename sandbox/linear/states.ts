import type { IssueRow, ProjectRow, ProjectStatusRow, StateRow, StateType } from './records.js';
import { type LinearTables, MissingEntity } from './tables.js';

/**
 * By id, name or type, among the team's own states; else the first of the type given last.
 * @throws MissingEntity
 */
export function stateOf(tables: LinearTables, teamId: string, wanted: string, otherwise?: StateType): StateRow {
  const states = tables.by('state', 'teamId', teamId);
  const found =
    states.find((each) => each.id === wanted || each.name === wanted) ??
    states.find((each) => each.type === wanted) ??
    states.find((each) => each.type === otherwise);
  if (!found) throw new MissingEntity('WorkflowState');
  return found;
}

/**
 * By id, name or type.
 * @throws MissingEntity
 */
export function projectStatusOf(tables: LinearTables, wanted: string): ProjectStatusRow {
  const found = tables.list('projectStatus').find((each) => [each.id, each.name, each.type].includes(wanted));
  if (!found) throw new MissingEntity('ProjectStatus');
  return found;
}

type Dates = Pick<IssueRow, 'startedAt' | 'completedAt' | 'canceledAt'>;

/** What the state an issue is in says about its dates. */
export function datesOfState(tables: LinearTables, issue: Dates & { stateId: string }, at: string): Dates {
  const { type } = tables.get('state', issue.stateId);
  const closed = type === 'canceled' || type === 'duplicate';
  return {
    startedAt: type === 'started' || type === 'completed' ? (issue.startedAt ?? at) : closed ? issue.startedAt : null,
    completedAt: type === 'completed' ? (issue.completedAt ?? at) : null,
    canceledAt: closed ? (issue.canceledAt ?? at) : null,
  };
}

export function datesOfProject(tables: LinearTables, project: ProjectRow, at: string): Dates {
  const { type } = tables.get('projectStatus', project.statusId);
  const begun = type === 'started' || type === 'paused' || type === 'completed';
  return {
    startedAt: begun ? (project.startedAt ?? at) : project.startedAt,
    completedAt: type === 'completed' ? (project.completedAt ?? at) : null,
    canceledAt: type === 'canceled' ? (project.canceledAt ?? at) : null,
  };
}

/** Neither done nor given up. */
export function isOpen(tables: LinearTables, issue: IssueRow): boolean {
  const { type } = tables.get('state', issue.stateId);
  return !['completed', 'canceled', 'duplicate'].includes(type) && issue.trashed === null;
}

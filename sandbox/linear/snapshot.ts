import type { Kind, Rows } from './records.js';
import type { LinearTables } from './tables.js';

/** The source of truth: every row once, by id, archived and trashed ones too, with null where a value is missing. */
export interface LinearSnapshot {
  teams: Rows['team'][];
  projects: Rows['project'][];
  projectStatuses: Rows['projectStatus'][];
  projectUpdates: Rows['projectUpdate'][];
  states: Rows['state'][];
  cycles: Rows['cycle'][];
  users: Rows['user'][];
  labels: Rows['label'][];
  issues: Rows['issue'][];
  relations: Rows['relation'][];
  comments: Rows['comment'][];
}

/** @returns deep copies, so that what is compared does not change with the world */
export function linearSnapshotOf(tables: LinearTables): LinearSnapshot {
  const sorted = <K extends Kind>(kind: K): Rows[K][] =>
    structuredClone(tables.list(kind).sort((a, b) => (a.id < b.id ? -1 : 1)));
  return {
    teams: sorted('team'),
    projects: sorted('project'),
    projectStatuses: sorted('projectStatus'),
    projectUpdates: sorted('projectUpdate'),
    states: sorted('state'),
    cycles: sorted('cycle'),
    users: sorted('user'),
    labels: sorted('label'),
    issues: sorted('issue'),
    relations: sorted('relation'),
    comments: sorted('comment'),
  };
}

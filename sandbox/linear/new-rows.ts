import type { IssueChanges, NewCycle, NewLabel, NewState, NewTeam, NewUser, ProjectChanges } from './mutations.js';
import type {
  CycleRow,
  IssueRow,
  LabelRow,
  NodeRow,
  ProjectRow,
  ProjectStatusRow,
  StateRow,
  TeamRow,
  UserRow,
} from './records.js';
import { slugOf } from './slug.js';

type Fresh<R> = Omit<R, keyof NodeRow>;

const GREY = '#bec2c8';

/** What Linear gives a new team, with triage switched on. */
export const DEFAULT_STATES: readonly NewState[] = [
  { name: 'Triage', type: 'triage', color: '#fc7840' },
  { name: 'Backlog', type: 'backlog', color: GREY },
  { name: 'Todo', type: 'unstarted', color: '#e2e2e2' },
  { name: 'In Progress', type: 'started', color: '#f2c94c' },
  { name: 'Done', type: 'completed', color: '#5e6ad2' },
  { name: 'Canceled', type: 'canceled', color: '#95a2b3' },
  { name: 'Duplicate', type: 'duplicate', color: '#95a2b3' },
];

export const PROJECT_STATUSES: readonly Fresh<ProjectStatusRow>[] = (
  [
    ['Backlog', 'backlog'],
    ['Planned', 'planned'],
    ['In Progress', 'started'],
    ['Paused', 'paused'],
    ['Completed', 'completed'],
    ['Canceled', 'canceled'],
  ] as const
).map(([name, type], position) => ({ name, type, color: GREY, position, description: null }));

export function teamRow({ states: _states, ...team }: NewTeam): Fresh<TeamRow> {
  return {
    description: null,
    color: '#5e6ad2',
    icon: null,
    timezone: 'Europe/Berlin',
    cyclesEnabled: true,
    issueEstimationType: 'fibonacci',
    private: false,
    retiredAt: null,
    memberIds: [],
    ...team,
  };
}

export const stateRow = (state: NewState, teamId: string, position: number): Fresh<StateRow> => ({
  color: GREY,
  description: null,
  ...state,
  teamId,
  position,
});

export function userRow(user: NewUser): Fresh<UserRow> {
  const displayName = user.displayName ?? slugOf(user.name).replace(/-/g, '.');
  return {
    displayName,
    email: `${displayName}@agency.example`,
    active: true,
    admin: false,
    guest: false,
    app: false,
    avatarUrl: null,
    timezone: 'Europe/Berlin',
    ...user,
  };
}

export const labelRow = (label: NewLabel): Fresh<LabelRow> => ({
  color: GREY,
  description: null,
  isGroup: false,
  retiredAt: null,
  teamId: null,
  parentId: null,
  ...label,
});

export function projectRow(
  project: Omit<ProjectChanges, 'status'> & { name: string },
  statusId: string,
): Fresh<ProjectRow> {
  return {
    slugId: slugOf(project.name).slice(0, 24),
    description: '',
    content: null,
    color: GREY,
    icon: null,
    priority: 0,
    statusId,
    leadId: null,
    creatorId: null,
    teamIds: [],
    health: null,
    healthUpdatedAt: null,
    startDate: null,
    targetDate: null,
    startedAt: null,
    completedAt: null,
    canceledAt: null,
    trashed: null,
    ...project,
  };
}

export const cycleRow = (cycle: Omit<NewCycle, 'team'> & { number: number }, teamId: string): Fresh<CycleRow> => ({
  name: null,
  description: null,
  completedAt: null,
  ...cycle,
  teamId,
});

export interface IssuePlace {
  teamId: string;
  key: string;
  number: number;
  stateId: string;
  creatorId: string | null;
}

export function issueRow(issue: IssueChanges & { title: string }, place: IssuePlace): Fresh<IssueRow> {
  const { key, ...rest } = place;
  return {
    description: null,
    priority: 0,
    estimate: null,
    dueDate: null,
    assigneeId: null,
    projectId: null,
    cycleId: null,
    parentId: null,
    labelIds: [],
    startedAt: null,
    completedAt: null,
    canceledAt: null,
    autoArchivedAt: null,
    trashed: null,
    previousIdentifiers: [],
    ...issue,
    ...rest,
    identifier: `${key}-${place.number}`,
  };
}

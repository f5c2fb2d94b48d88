import type { CycleRow, IssueRow, LabelRow, ProjectRow, StateType, TeamRow, UserRow } from './records.js';

/** What the world's mutations accept. Whatever is left out gets the value a fresh Linear row would have. */
export interface NewTeam extends Partial<
  Pick<TeamRow, 'description' | 'color' | 'icon' | 'timezone' | 'cyclesEnabled' | 'issueEstimationType' | 'memberIds'>
> {
  key: string;
  name: string;
  /** Default: Linear's own seven, from Triage to Duplicate. */
  states?: NewState[];
}

export interface NewState {
  name: string;
  type: StateType;
  color?: string;
  description?: string | null;
}

export type NewUser = Partial<Omit<UserRow, 'id' | 'createdAt' | 'updatedAt' | 'name'>> & { name: string };

export interface ProjectChanges extends Partial<
  Pick<
    ProjectRow,
    | 'name'
    | 'description'
    | 'content'
    | 'priority'
    | 'leadId'
    | 'teamIds'
    | 'startDate'
    | 'targetDate'
    | 'health'
    | 'trashed'
    | 'archivedAt'
  >
> {
  /** Id, name or type of one of the workspace's project statuses. */
  status?: string;
}
export type NewProject = ProjectChanges & { name: string };

export type NewCycle = Partial<Pick<CycleRow, 'name' | 'description' | 'number'>> & {
  /** Id or key. */
  team: string;
  startsAt: string;
  endsAt: string;
};

export type NewLabel = Partial<Pick<LabelRow, 'color' | 'description' | 'isGroup' | 'teamId' | 'parentId'>> & {
  name: string;
};

type Editable =
  | 'title'
  | 'description'
  | 'priority'
  | 'estimate'
  | 'dueDate'
  | 'assigneeId'
  | 'projectId'
  | 'cycleId'
  | 'parentId'
  | 'labelIds';

export type IssueChanges = Partial<Pick<IssueRow, Editable>>;

export interface NewIssue extends IssueChanges {
  /** One that the client has made. */
  id?: string;
  /** Id or key. */
  team: string;
  title: string;
  /** Id, name or type of a state of the team; default its first backlog state. */
  state?: string;
  creatorId?: string | null;
}

export interface NewComment {
  /** Id or identifier. */
  issue: string;
  body: string;
  userId?: string | null;
  parentId?: string | null;
}

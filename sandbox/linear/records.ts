export type StateType = 'triage' | 'backlog' | 'unstarted' | 'started' | 'completed' | 'canceled' | 'duplicate';
export type ProjectStatusType = 'backlog' | 'planned' | 'started' | 'paused' | 'completed' | 'canceled';
export type RelationType = 'blocks' | 'duplicate' | 'related' | 'similar';
export type ProjectHealth = 'onTrack' | 'atRisk' | 'offTrack';
export type EstimationType = 'notUsed' | 'exponential' | 'fibonacci' | 'linear' | 'tShirt';

/** Times are ISO 8601 in UTC with milliseconds, so that comparing texts compares times. */
export interface NodeRow {
  id: string;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
}

export interface TeamRow extends NodeRow {
  key: string;
  name: string;
  description: string | null;
  color: string | null;
  icon: string | null;
  timezone: string;
  cyclesEnabled: boolean;
  issueEstimationType: EstimationType;
  private: boolean;
  retiredAt: string | null;
  memberIds: string[];
}

export interface StateRow extends NodeRow {
  teamId: string;
  name: string;
  type: StateType;
  position: number;
  color: string;
  description: string | null;
}

export interface UserRow extends NodeRow {
  name: string;
  displayName: string;
  email: string;
  active: boolean;
  admin: boolean;
  guest: boolean;
  app: boolean;
  avatarUrl: string | null;
  timezone: string | null;
}

export interface ProjectStatusRow extends NodeRow {
  name: string;
  type: ProjectStatusType;
  color: string;
  position: number;
  description: string | null;
}

export interface ProjectRow extends NodeRow {
  name: string;
  slugId: string;
  description: string;
  content: string | null;
  color: string;
  icon: string | null;
  priority: number;
  statusId: string;
  leadId: string | null;
  creatorId: string | null;
  teamIds: string[];
  health: ProjectHealth | null;
  healthUpdatedAt: string | null;
  startDate: string | null;
  targetDate: string | null;
  startedAt: string | null;
  completedAt: string | null;
  canceledAt: string | null;
  trashed: true | null;
}

export interface ProjectUpdateRow extends NodeRow {
  projectId: string;
  userId: string;
  body: string;
  health: ProjectHealth;
  editedAt: string | null;
}

export interface CycleRow extends NodeRow {
  teamId: string;
  number: number;
  name: string | null;
  description: string | null;
  startsAt: string;
  endsAt: string;
  completedAt: string | null;
}

export interface LabelRow extends NodeRow {
  name: string;
  color: string;
  description: string | null;
  isGroup: boolean;
  retiredAt: string | null;
  /** Null: a label of the whole workspace. */
  teamId: string | null;
  parentId: string | null;
}

export interface IssueRow extends NodeRow {
  teamId: string;
  number: number;
  identifier: string;
  previousIdentifiers: string[];
  title: string;
  description: string | null;
  priority: number;
  estimate: number | null;
  dueDate: string | null;
  stateId: string;
  assigneeId: string | null;
  creatorId: string | null;
  projectId: string | null;
  cycleId: string | null;
  parentId: string | null;
  labelIds: string[];
  startedAt: string | null;
  completedAt: string | null;
  canceledAt: string | null;
  autoArchivedAt: string | null;
  trashed: true | null;
}

/** `issueId` is the source: with type blocks it blocks `relatedIssueId`. */
export interface RelationRow extends NodeRow {
  type: RelationType;
  issueId: string;
  relatedIssueId: string;
}

export interface CommentRow extends NodeRow {
  issueId: string;
  userId: string | null;
  parentId: string | null;
  body: string;
  editedAt: string | null;
  resolvedAt: string | null;
}

export interface Rows {
  team: TeamRow;
  state: StateRow;
  user: UserRow;
  projectStatus: ProjectStatusRow;
  project: ProjectRow;
  projectUpdate: ProjectUpdateRow;
  cycle: CycleRow;
  label: LabelRow;
  issue: IssueRow;
  relation: RelationRow;
  comment: CommentRow;
}

export type Kind = keyof Rows;

/** What each kind of row is called in the API. */
export const TYPE_NAMES: Record<Kind, string> = {
  team: 'Team',
  state: 'WorkflowState',
  user: 'User',
  projectStatus: 'ProjectStatus',
  project: 'Project',
  projectUpdate: 'ProjectUpdate',
  cycle: 'Cycle',
  label: 'IssueLabel',
  issue: 'Issue',
  relation: 'IssueRelation',
  comment: 'Comment',
};

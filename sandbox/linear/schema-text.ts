const PAGE = 'after: String before: String first: Int includeArchived: Boolean last: Int orderBy: PaginationOrderBy';

const list = (type: string, more = ''): string => `(${PAGE} ${more}): ${type}Connection!`;
const filtered = (type: string, more = ''): string => list(type, `filter: ${type}Filter ${more}`);

/** Types with lists of their own; each gets its connection and edge. */
const LISTED = [
  'Comment',
  'Cycle',
  'Issue',
  'IssueLabel',
  'IssueRelation',
  'Project',
  'ProjectStatus',
  'ProjectUpdate',
  'Team',
  'User',
  'WorkflowState',
];

const connection = (type: string): string => `
type ${type}Connection { edges: [${type}Edge!]! nodes: [${type}!]! pageInfo: PageInfo! }
type ${type}Edge { cursor: String! node: ${type}! }`;

const NODE = 'id: ID! createdAt: DateTime! updatedAt: DateTime! archivedAt: DateTime';
const NODE_FILTER = 'id: IDComparator createdAt: DateComparator updatedAt: DateComparator';

const ISSUE = `
  ${NODE}
  identifier: String! number: Float! title: String! description: String url: String! branchName: String!
  priority: Float! priorityLabel: String! estimate: Float dueDate: TimelessDate trashed: Boolean
  previousIdentifiers: [String!]! labelIds: [String!]! sortOrder: Float!
  startedAt: DateTime completedAt: DateTime canceledAt: DateTime autoArchivedAt: DateTime autoClosedAt: DateTime
  snoozedUntilAt: DateTime
  team: Team! state: WorkflowState! assignee: User creator: User delegate: User project: Project cycle: Cycle
  parent: Issue botActor: ActorBot
  children${filtered('Issue')}
  comments${filtered('Comment')}
  labels${filtered('IssueLabel')}
  relations${list('IssueRelation')}
  inverseRelations${list('IssueRelation')}`;

const TYPES = `
scalar DateTime
scalar TimelessDate
scalar DateTimeOrDuration
scalar TimelessDateOrDuration

enum PaginationOrderBy { createdAt updatedAt }
enum ProjectStatusType { backlog planned started paused completed canceled }
enum ProjectUpdateHealthType { onTrack atRisk offTrack }
enum IssueEstimationType { notUsed exponential fibonacci linear tShirt }

type Query {
  organization: Organization!
  viewer: User!
  rateLimitStatus: RateLimitPayload!
  teams${filtered('Team')}
  team(id: String!): Team!
  projects${filtered('Project')}
  project(id: String!): Project!
  projectStatuses${list('ProjectStatus')}
  projectUpdates${filtered('ProjectUpdate')}
  workflowStates${filtered('WorkflowState')}
  workflowState(id: String!): WorkflowState!
  cycles${filtered('Cycle')}
  cycle(id: String!): Cycle!
  users${filtered('User', 'includeDisabled: Boolean')}
  user(id: String!): User!
  comments${filtered('Comment')}
  comment(id: String): Comment!
  issueLabels${filtered('IssueLabel')}
  issueLabel(id: String!): IssueLabel!
  issueRelations${list('IssueRelation')}
  issueRelation(id: String!): IssueRelation!
  issues${filtered('Issue')}
  issue(id: String!): Issue!
  searchIssues(${PAGE} filter: IssueFilter term: String! includeComments: Boolean teamId: String): IssueSearchPayload!
}

type Mutation { issueCreate(input: IssueCreateInput!): IssuePayload! }

input IssueCreateInput {
  id: String teamId: String! title: String description: String assigneeId: String stateId: String priority: Int
  estimate: Int dueDate: TimelessDate labelIds: [String!] projectId: String cycleId: String parentId: String
}
type IssuePayload { success: Boolean! lastSyncId: Float! issue: Issue }

type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
type Organization { ${NODE} name: String! urlKey: String! userCount: Int! }

type RateLimitPayload { kind: String! identifier: String limits: [RateLimitResultPayload!]! }
type RateLimitResultPayload {
  type: String! requestedAmount: Float! allowedAmount: Float! period: Float! remainingAmount: Float! reset: Float!
}

type Team {
  ${NODE}
  key: String! name: String! displayName: String! description: String color: String icon: String timezone: String!
  cyclesEnabled: Boolean! issueEstimationType: String! private: Boolean! retiredAt: DateTime
  states${filtered('WorkflowState')}
  cycles${filtered('Cycle')}
  labels${filtered('IssueLabel')}
  members${filtered('User', 'includeDisabled: Boolean')}
  projects${filtered('Project')}
  issues${filtered('Issue')}
}

type Project {
  ${NODE}
  name: String! slugId: String! url: String! description: String! content: String color: String! icon: String
  priority: Int! progress: Float! scope: Float! state: String! status: ProjectStatus! trashed: Boolean
  health: ProjectUpdateHealthType healthUpdatedAt: DateTime lead: User creator: User
  startDate: TimelessDate targetDate: TimelessDate startedAt: DateTime completedAt: DateTime canceledAt: DateTime
  teams${filtered('Team')}
  issues${filtered('Issue')}
  projectUpdates${list('ProjectUpdate')}
}

type ProjectStatus {
  ${NODE} name: String! type: ProjectStatusType! color: String! position: Float! description: String
}

type ProjectUpdate {
  ${NODE} body: String! health: ProjectUpdateHealthType! url: String! editedAt: DateTime project: Project! user: User!
}

type WorkflowState {
  ${NODE} name: String! type: String! position: Float! color: String! description: String team: Team!
  issues${filtered('Issue')}
}

type Cycle {
  ${NODE}
  number: Float! name: String description: String startsAt: DateTime! endsAt: DateTime! completedAt: DateTime
  progress: Float! isActive: Boolean! isPast: Boolean! isFuture: Boolean! isNext: Boolean! isPrevious: Boolean!
  team: Team!
  issues${filtered('Issue')}
}

type User {
  ${NODE}
  name: String! displayName: String! email: String! active: Boolean! admin: Boolean! guest: Boolean! app: Boolean!
  url: String! avatarUrl: String timezone: String isMe: Boolean!
  assignedIssues${filtered('Issue')}
}

type Issue {${ISSUE}
}

type Comment {
  ${NODE}
  body: String! url: String! editedAt: DateTime resolvedAt: DateTime issueId: String parentId: String
  issue: Issue user: User parent: Comment botActor: ActorBot externalUser: ExternalUser project: Project
  children${filtered('Comment')}
}
type ActorBot { id: ID name: String type: String! userDisplayName: String }
type ExternalUser { id: ID! name: String! }

type IssueLabel {
  ${NODE} name: String! color: String! description: String isGroup: Boolean! retiredAt: DateTime
  team: Team parent: IssueLabel
  issues${filtered('Issue')}
}

type IssueRelation { ${NODE} type: String! issue: Issue! relatedIssue: Issue! }

type IssueSearchPayload {
  edges: [IssueSearchResultEdge!]! nodes: [IssueSearchResult!]! pageInfo: PageInfo! totalCount: Float!
}
type IssueSearchResultEdge { cursor: String! node: IssueSearchResult! }
type IssueSearchResult {${ISSUE}
}
`;

const TEXT = ['contains', 'notContains', 'startsWith', 'notStartsWith', 'endsWith', 'notEndsWith', 'containsIgnoreCase']
  .concat(['notContainsIgnoreCase', 'startsWithIgnoreCase', 'eqIgnoreCase', 'neqIgnoreCase'])
  .map((name) => `${name}: String`)
  .join(' ');

const comparator = (name: string, type: string, more = ''): string => {
  const keys = `eq: ${type} neq: ${type} in: [${type}!] nin: [${type}!] ${more}`;
  return `input ${name}Comparator { ${keys} } input Nullable${name}Comparator { ${keys} null: Boolean }`;
};
const ordered = (type: string): string => `lt: ${type} lte: ${type} gt: ${type} gte: ${type}`;

/** Filter of one row, of a row that may be missing, and of a list of rows. */
const filter = (type: string, keys: string): string => {
  const own = (name: string): string => `${keys} and: [${name}!] or: [${name}!]`;
  const [one, nullable, many] = [`${type}Filter`, `Nullable${type}Filter`, `${type}CollectionFilter`];
  return `
input ${one} { ${own(one)} }
input ${nullable} { ${own(nullable)} null: Boolean }
input ${many} { ${own(many)} some: ${one} every: ${one} length: NumberComparator }`;
};

const FILTERS = [
  'input IDComparator { eq: ID neq: ID in: [ID!] nin: [ID!] }',
  'input BooleanComparator { eq: Boolean neq: Boolean }',
  'input RelationExistsComparator { eq: Boolean neq: Boolean }',
  comparator('String', 'String', TEXT),
  comparator('Number', 'Float', ordered('Float')),
  comparator('Date', 'DateTimeOrDuration', ordered('DateTimeOrDuration')),
  comparator('TimelessDate', 'TimelessDateOrDuration', ordered('TimelessDateOrDuration')),
  filter('Team', `${NODE_FILTER} name: StringComparator key: StringComparator issues: IssueCollectionFilter`),
  filter(
    'Project',
    `${NODE_FILTER} name: StringComparator slugId: StringComparator state: StringComparator status: ProjectStatusFilter
     health: NullableStringComparator priority: NullableNumberComparator lead: NullableUserFilter
     startDate: NullableTimelessDateComparator targetDate: NullableTimelessDateComparator
     completedAt: NullableDateComparator canceledAt: NullableDateComparator
     accessibleTeams: TeamCollectionFilter issues: IssueCollectionFilter`,
  ),
  filter('ProjectStatus', `${NODE_FILTER} name: StringComparator type: StringComparator position: NumberComparator`),
  filter('ProjectUpdate', `${NODE_FILTER} health: StringComparator project: ProjectFilter user: UserFilter`),
  filter(
    'WorkflowState',
    `${NODE_FILTER} name: StringComparator type: StringComparator position: NumberComparator
     description: StringComparator team: TeamFilter issues: IssueCollectionFilter`,
  ),
  filter(
    'Cycle',
    `${NODE_FILTER} number: NumberComparator name: StringComparator startsAt: DateComparator endsAt: DateComparator
     completedAt: NullableDateComparator isActive: BooleanComparator isPast: BooleanComparator
     isFuture: BooleanComparator isNext: BooleanComparator isPrevious: BooleanComparator team: TeamFilter
     issues: IssueCollectionFilter`,
  ),
  filter(
    'User',
    `${NODE_FILTER} name: StringComparator displayName: StringComparator email: StringComparator
     active: BooleanComparator admin: BooleanComparator app: BooleanComparator isMe: BooleanComparator
     assignedIssues: IssueCollectionFilter`,
  ),
  filter(
    'Comment',
    `${NODE_FILTER} body: StringComparator issue: NullableIssueFilter user: NullableUserFilter
     parent: NullableCommentFilter`,
  ),
  filter(
    'IssueLabel',
    `${NODE_FILTER} name: StringComparator isGroup: BooleanComparator team: NullableTeamFilter
     parent: NullableIssueLabelFilter`,
  ),
  filter(
    'Issue',
    `${NODE_FILTER} number: NumberComparator title: StringComparator description: NullableStringComparator
     archivedAt: NullableDateComparator startedAt: NullableDateComparator completedAt: NullableDateComparator
     canceledAt: NullableDateComparator dueDate: NullableTimelessDateComparator estimate: NullableNumberComparator
     priority: NullableNumberComparator assignee: NullableUserFilter creator: NullableUserFilter
     state: WorkflowStateFilter team: TeamFilter project: NullableProjectFilter cycle: NullableCycleFilter
     labels: IssueLabelCollectionFilter parent: NullableIssueFilter children: IssueCollectionFilter
     comments: CommentCollectionFilter
     hasBlockedByRelations: RelationExistsComparator hasBlockingRelations: RelationExistsComparator
     hasRelatedRelations: RelationExistsComparator hasDuplicateRelations: RelationExistsComparator`,
  ),
];

/** The part of Linear's published schema that reading clients use, under the same names. */
export const LINEAR_SCHEMA = [TYPES, ...LISTED.map(connection), ...FILTERS].join('\n');

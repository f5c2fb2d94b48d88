// The fields are those of Linear's published schema. A list's price is its page size times its nodes', at most 10,000
// points a query (docs/contract/vendors.md#linear): a page of 50 issues comes to about 6,300, all of the workspace's
// small lists to about 4,200.

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
const NODE = 'id createdAt updatedAt archivedAt';
/** A machine that wrote something, and for whom. */
const BOT = 'botActor { id type name userDisplayName }';
/** Asked of every list, so that no answer of another workspace's is ever taken for this one's. */
const ORGANIZATION = 'organization { id urlKey name }';

/** Page sizes of an issue's nested lists: most issues fit, and those that don't have the rest read by itself. */
const NESTED = { labels: 10, relations: 5, inverseRelations: 5, comments: 10 } as const;
export type NestedList = keyof typeof NESTED;
export const NESTED_LISTS = Object.keys(NESTED) as NestedList[];

const NESTED_FIELDS: Readonly<Record<NestedList, string>> = {
  labels: 'id name',
  relations: `${NODE} type relatedIssue { id }`,
  inverseRelations: `${NODE} type issue { id updatedAt archivedAt trashed state { type } team { archivedAt } }`,
  comments: `${NODE} body url editedAt resolvedAt issueId parentId user { id app } externalUser { id name } ${BOT}`,
};

const nested = (name: NestedList, args: string) => `${name}(${args}) { ${PAGE_INFO} nodes { ${NESTED_FIELDS[name]} } }`;

const ISSUE = `${NODE} identifier previousIdentifiers number title description url branchName priority priorityLabel estimate dueDate
  trashed labelIds startedAt completedAt canceledAt autoArchivedAt
  team { id key archivedAt } state { id name type } assignee { id } creator { id app } ${BOT} project { id } cycle { id number } parent { id }
  ${NESTED_LISTS.map((name) => nested(name, `first: ${NESTED[name]}`)).join(' ')}`;

const list = (name: string, type: string, root: string, args: string, fields: string) => `
  query ${name}($first: Int, $after: String, $filter: ${type}, $orderBy: PaginationOrderBy, $includeArchived: Boolean) {
    ${root}(first: $first, after: $after, filter: $filter, orderBy: $orderBy, includeArchived: $includeArchived ${args}) {
      ${PAGE_INFO} nodes { ${fields} }
    }
    ${ORGANIZATION}
  }`;

export const ISSUES = list('Issues', 'IssueFilter', 'issues', '', ISSUE);
export const ISSUE_VERSIONS = list(
  'IssueVersions',
  'IssueFilter',
  'issues',
  '',
  'id updatedAt trashed team { id archivedAt } project { id } state { type }',
);
/** Open issues' blockers: more of them than `ISSUES` shows, and nothing else. */
export const BLOCKERS = list(
  'Blockers',
  'IssueFilter',
  'issues',
  '',
  `id inverseRelations(first: 20) { ${PAGE_INFO} nodes { type issue { id archivedAt trashed state { type } team { archivedAt } } } }`,
);
export const COMMENTS = list('Comments', 'CommentFilter', 'comments', '', 'id updatedAt archivedAt issueId');

/** The one list without a filter. */
export const RELATIONS = `
  query Relations($first: Int, $after: String, $orderBy: PaginationOrderBy, $includeArchived: Boolean) {
    issueRelations(first: $first, after: $after, orderBy: $orderBy, includeArchived: $includeArchived) {
      ${PAGE_INFO} nodes { id updatedAt archivedAt issue { id } relatedIssue { id } }
    }
    ${ORGANIZATION}
  }`;

export const RELATION = `
  query Relation($id: String!) {
    issueRelation(id: $id) { id updatedAt archivedAt issue { id } relatedIssue { id } }
    ${ORGANIZATION}
  }`;

/** The next page of one nested list of one issue; as a list, so that an issue purged meanwhile is not an error. */
export const nestedPage = (name: NestedList): string => `
  query Nested($id: ID!, $after: String) {
    issues(first: 1, includeArchived: true, filter: { id: { in: [$id] } }) {
      ${PAGE_INFO} nodes { id ${nested(name, 'first: 50, after: $after')} }
    }
    ${ORGANIZATION}
  }`;

/** A small list of the workspace: how it is asked for, and which fields of its nodes. */
export interface ReferenceQuery {
  readonly root: string;
  readonly filter: string;
  readonly args?: string;
  readonly fields: string;
}

export const REFERENCE_QUERIES = {
  teams: {
    root: 'teams',
    filter: 'TeamFilter',
    fields: `${NODE} key name displayName description timezone cyclesEnabled`,
  },
  users: {
    root: 'users',
    filter: 'UserFilter',
    args: 'includeDisabled: true',
    fields: `${NODE} name displayName email active admin guest app url timezone`,
  },
  labels: {
    root: 'issueLabels',
    filter: 'IssueLabelFilter',
    fields: `${NODE} name color isGroup team { id } parent { id }`,
  },
  states: {
    root: 'workflowStates',
    filter: 'WorkflowStateFilter',
    fields: `${NODE} name type position color team { id }`,
  },
  // Without isActive and the like: they change with the time, and no list would ever be the same again.
  cycles: {
    root: 'cycles',
    filter: 'CycleFilter',
    fields: `${NODE} number name description startsAt endsAt completedAt team { id }`,
  },
  projects: {
    root: 'projects',
    filter: 'ProjectFilter',
    fields: `${NODE} name slugId url description priority health trashed startDate targetDate startedAt completedAt canceledAt
      status { id name type } lead { id } teams(first: 20) { ${PAGE_INFO} nodes { id } }`,
  },
} as const satisfies Record<string, ReferenceQuery>;
export type ReferenceName = keyof typeof REFERENCE_QUERIES;
export const REFERENCE_NAMES = Object.keys(REFERENCE_QUERIES) as ReferenceName[];

const reference = ({ root, filter, args = '', fields }: ReferenceQuery, more: string) =>
  `${root}(first: 100, includeArchived: true, filter: ${filter} ${args} ${more}) { ${PAGE_INFO} nodes { ${fields} } }`;

/** The first pages of all small lists at once: one request where nothing changed. */
export const REFERENCES = `
  query References(${REFERENCE_NAMES.map((name) => `$${name}: ${REFERENCE_QUERIES[name].filter}`).join(', ')}) {
    ${REFERENCE_NAMES.map((name) => reference({ ...REFERENCE_QUERIES[name], filter: `$${name}` }, '')).join('\n')}
    ${ORGANIZATION}
  }`;

export const referencePage = (name: ReferenceName): string => `
  query Reference($filter: ${REFERENCE_QUERIES[name].filter}, $after: String) {
    ${reference({ ...REFERENCE_QUERIES[name], filter: '$filter' }, 'after: $after')}
    ${ORGANIZATION}
  }`;

import { namedType } from './graphql/ast.js';
import type { Variables } from './graphql/coerce.js';
import type { Resolver } from './graphql/execute.js';
import type { OutputField, Schema } from './graphql/schema.js';
import { type Connection, pageOf, type Row } from './connection.js';
import { Filter } from './filter.js';
import { valueOf } from './model.js';
import { mutate } from './mutate.js';
import { notFound } from './problems.js';
import type { IssueRow, Kind, UserRow } from './records.js';
import { MissingEntity } from './tables.js';
import type { LinearWorld } from './world.js';

const LISTS: Record<string, Kind> = {
  teams: 'team',
  projects: 'project',
  projectStatuses: 'projectStatus',
  projectUpdates: 'projectUpdate',
  workflowStates: 'state',
  cycles: 'cycle',
  users: 'user',
  comments: 'comment',
  issueLabels: 'label',
  issueRelations: 'relation',
  issues: 'issue',
};

const SINGLES: Record<string, Kind> = {
  project: 'project',
  workflowState: 'state',
  cycle: 'cycle',
  user: 'user',
  comment: 'comment',
  issueLabel: 'label',
  issueRelation: 'relation',
};

/** @returns what fills the schema's fields from a world */
export function linearResolver(world: LinearWorld, schema: Schema): Resolver {
  const filter = new Filter(schema, world);
  return (type, name, source, args, field) => {
    try {
      if (type === 'Mutation') return mutate(world, name, args);
      const value = type === 'Query' ? root(name, args) : valueOf(type, name, source, world);
      const target = namedType(field.type);
      return target.endsWith('Connection')
        ? list(value as Row[], args, field, target.replace('Connection', ''))
        : value;
    } catch (error) {
      throw error instanceof MissingEntity ? notFound(error.type) : error;
    }
  };

  function root(name: string, args: Variables): unknown {
    if (name in LISTS) return world.tables.newest(LISTS[name] as Kind, orderOf(args));
    if (name in SINGLES) return world.tables.get(SINGLES[name] as Kind, String(args['id']));
    if (name === 'issue') return world.tables.issueBy(String(args['id']));
    if (name === 'team') return world.tables.teamBy(String(args['id']));
    if (name === 'viewer') return world.viewer();
    if (name === 'organization') return organization(world);
    if (name === 'rateLimitStatus') return rateLimitStatus(world);
    if (name === 'searchIssues') return search(args);
    throw new Error(`the sandbox does not know Query.${name}`);
  }

  function list(rows: readonly Row[], args: Variables, field: OutputField, type: string): Connection {
    const given = args['filter'] as Variables | null | undefined;
    const filterType = field.args['filter'];
    const kept = rows.filter(
      (row) =>
        (args['includeArchived'] === true || !row.archivedAt) &&
        (!('includeDisabled' in field.args) || args['includeDisabled'] === true || (row as UserRow).active) &&
        (!given || !filterType || filter.fits(namedType(filterType.type), given, row)),
    );
    return pageOf(kept, args, type, world);
  }

  function search(args: Variables): unknown {
    const words = String(args['term']).toLowerCase().split(/\s+/).filter(Boolean);
    const filterGiven = args['filter'] as Variables | null | undefined;
    const found = world.tables.list('issue').filter((issue) => {
      if (args['includeArchived'] !== true && issue.archivedAt !== null) return false;
      if (typeof args['teamId'] === 'string' && issue.teamId !== args['teamId']) return false;
      if (filterGiven && !filter.fits('IssueFilter', filterGiven, issue)) return false;
      const text = searchedText(issue, args['includeComments'] === true);
      return words.every((word) => text.includes(word));
    });
    return { ...pageOf(found, args, 'Issue', world), totalCount: found.length };
  }

  function searchedText(issue: IssueRow, withComments: boolean): string {
    const comments = withComments ? world.tables.by('comment', 'issueId', issue.id).map((each) => each.body) : [];
    return [issue.identifier, issue.title, issue.description, ...comments].join('\n').toLowerCase();
  }
}

const orderOf = (args: Variables): 'createdAt' | 'updatedAt' =>
  args['orderBy'] === 'updatedAt' ? 'updatedAt' : 'createdAt';

function organization(world: LinearWorld): object {
  const { organization } = world;
  return { ...organization, updatedAt: organization.createdAt, archivedAt: null, userCount: world.tables.user.size };
}

function rateLimitStatus(world: LinearWorld): object {
  const limits = (['requests', 'complexity'] as const).map((type) => {
    const { limit, remaining, reset, period } = world.limits.status(type);
    return { type, requestedAmount: 0, allowedAmount: limit, period, remainingAmount: remaining, reset };
  });
  return { kind: 'apiKey', identifier: world.organization.id, limits };
}

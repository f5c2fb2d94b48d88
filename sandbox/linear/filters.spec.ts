import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { LinearClient } from './linear-client.js';
import type { LinearWorld } from './world.js';

const DAY = 86_400_000;
let now = Date.UTC(2026, 4, 5, 9);

describe('filters', () => {
  let sandbox: Sandbox;
  let world: LinearWorld;
  let client: LinearClient;
  const ids: Record<string, string> = {};

  /** Five issues, a day apart: A, B, C of DEV, D of DES, E archived. */
  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true, now: () => now });
    world = sandbox.linear;
    client = new LinearClient(sandbox);
    const end = now;
    const bug = world.addLabel({ name: 'Bug' }).id;
    const project = world.addProject({ name: 'Relaunch', status: 'started' }).id;
    const [marta] = world.tables.list('user');
    const make = (name: string, days: number, team: string, more: object): void => {
      now = end - days * DAY;
      ids[name] = world.addIssue({ team, title: name, ...more }).id;
    };
    make('A', 20, 'DEV', { priority: 1, labelIds: [bug], projectId: project, description: 'Opening hours' });
    make('B', 15, 'DEV', { priority: 2, state: 'In Progress', assigneeId: marta?.id, estimate: 3 });
    make('C', 10, 'DEV', { state: 'Done', parentId: ids['A'], dueDate: '2026-05-01' });
    make('D', 5, 'DES', { priority: 4, labelIds: [bug] });
    make('E', 2, 'DES', {});
    now = end;
    world.block(ids['A'] ?? '', ids['B'] ?? '');
    world.block(ids['C'] ?? '', ids['D'] ?? '');
    world.archive(ids['E'] ?? '');
  });
  afterAll(() => sandbox.close());

  const found = async (filter: string, more = ''): Promise<string> => {
    const { issues } = await client.data(`{ issues(filter: { ${filter} } ${more}) { nodes { title } } }`);
    return issues.nodes
      .map((node: Json) => node.title)
      .sort()
      .join('');
  };

  it.each([
    ['priority: { lte: 2 }', 'ABC'],
    ['priority: { in: [1, 4] }', 'AD'],
    ['estimate: { null: false }', 'B'],
    ['state: { type: { eq: "completed" } }', 'C'],
    ['state: { type: { nin: ["completed", "canceled"] } }', 'ABD'],
    ['team: { key: { eq: "DES" } }', 'D'],
    ['team: { key: { in: ["des"] } }', ''],
    ['project: { name: { startsWith: "Rel" } }', 'A'],
    ['project: { null: true }', 'BCD'],
    ['assignee: { null: true }', 'ACD'],
    ['assignee: { email: { endsWith: "@agency.example" } }', 'B'],
    ['labels: { name: { eq: "Bug" } }', 'AD'],
    ['labels: { some: { name: { eq: "Bug" } } }', 'AD'],
    ['labels: { every: { name: { eq: "Bug" } } }', 'ABCD'],
    ['labels: { length: { gt: 0 } }', 'AD'],
    ['parent: { title: { eq: "A" } }', 'C'],
    ['children: { title: { eq: "C" } }', 'A'],
    ['description: { containsIgnoreCase: "opening" }', 'A'],
    ['title: { eqIgnoreCase: "a" }', 'A'],
    ['dueDate: { lt: "2026-05-02" }', 'C'],
    ['completedAt: { null: false }', 'C'],
    ['createdAt: { gt: "-P2W" }', 'CD'],
    ['createdAt: { lt: "-P17D" }', 'A'],
    ['createdAt: { gte: "2026" }', 'ABCD'],
    ['createdAt: { lt: "2026-04-21T09:00:00+00:00" }', 'AB'],
    ['or: [{ title: { eq: "A" } }, { title: { eq: "D" } }]', 'AD'],
    ['and: [{ priority: { gt: 0 } }, { team: { key: { eq: "DEV" } } }]', 'AB'],
    ['priority: { gt: 0 }, team: { key: { eq: "DEV" } }', 'AB'],
  ])('%s finds %s', async (filter, titles) => {
    expect(await found(filter)).toBe(titles);
  });

  it('counts only blockers that are still open', async () => {
    expect(await found('hasBlockedByRelations: { eq: true }')).toBe('B');
    expect(await found('hasBlockingRelations: { eq: true }')).toBe('AC');
    world.moveToState(ids['A'] ?? '', 'Done');
    expect(await found('hasBlockedByRelations: { eq: true }')).toBe('');
    world.moveToState(ids['A'] ?? '', 'Backlog');
  });

  it('finds the archived only when they are included, and rows by a list of ids', async () => {
    expect(await found('archivedAt: { null: false }')).toBe('');
    expect(await found('archivedAt: { null: false }', 'includeArchived: true')).toBe('E');
    expect(await found(`id: { in: ["${ids['A']}", "${ids['E']}"] }`, 'includeArchived: true')).toBe('AE');
  });

  it('tells a moment itself from all after it, and takes filters as variables', async () => {
    const { updatedAt } = world.tables.get('issue', ids['B'] ?? '');
    const query = `query Since($filter: IssueFilter!) { issues(filter: $filter, includeArchived: true) { nodes { title } } }`;
    const titles = async (comparison: object): Promise<string[]> =>
      (await client.data(query, { filter: { updatedAt: comparison } })).issues.nodes.map((node: Json) => node.title);
    expect(await titles({ gt: updatedAt })).not.toContain('B');
    expect(await titles({ gte: updatedAt })).toContain('B');
    const comments = world.addComment({ issue: ids['B'] ?? '', body: 'a word' });
    const list = `{ comments(filter: { updatedAt: { gte: "${comments.updatedAt}" }, issue: { team: { key: { eq: "DEV" } } } }) { nodes { body } } }`;
    expect((await client.data(list)).comments.nodes).toEqual([{ body: 'a word' }]);
  });

  it('searches words of titles, texts and comments', async () => {
    const query =
      'query S($term: String!) { searchIssues(term: $term, includeComments: true) { totalCount nodes { title } } }';
    expect((await client.data(query, { term: 'HOURS opening' })).searchIssues).toEqual({
      totalCount: 1,
      nodes: [{ title: 'A' }],
    });
  });
});

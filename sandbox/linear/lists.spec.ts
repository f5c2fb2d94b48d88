import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { LinearClient } from './linear-client.js';
import type { LinearWorld } from './world.js';

const NOW = Date.UTC(2026, 4, 5, 9);
const ids = (nodes: Json[]): string[] => nodes.map((node) => node.identifier ?? node.id);

describe('lists', () => {
  let sandbox: Sandbox;
  let world: LinearWorld;
  let client: LinearClient;

  beforeEach(async () => {
    sandbox = await startSandbox({ empty: true, now: () => NOW });
    world = sandbox.linear;
    client = new LinearClient(sandbox);
  });
  afterEach(() => sandbox.close());

  const make = (count: number): string[] =>
    Array.from({ length: count }, (_, i) => world.addIssue({ team: 'DEV', title: `Task ${i + 1}` }).identifier);
  const page = async (args: string): Promise<Json> =>
    (
      await client.data(`{ issues(${args}) { nodes { identifier } edges { cursor } pageInfo { hasNextPage
      hasPreviousPage startCursor endCursor } } }`)
    ).issues;

  it('shows the newest first, fifty a page, and walks in both directions', async () => {
    make(60);
    const first = await page('orderBy: createdAt');
    expect([first.nodes.length, first.nodes[0].identifier, first.nodes.at(-1).identifier]).toEqual([
      50,
      'DEV-60',
      'DEV-11',
    ]);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(first.edges.at(-1).cursor).toBe(first.pageInfo.endCursor);
    const second = await page(`after: "${first.pageInfo.endCursor}"`);
    expect([second.nodes.length, second.nodes[0].identifier]).toEqual([10, 'DEV-10']);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(ids((await page('last: 3')).nodes)).toEqual(['DEV-3', 'DEV-2', 'DEV-1']);
    expect(ids((await page(`last: 2, before: "${second.pageInfo.startCursor}"`)).nodes)).toEqual(['DEV-12', 'DEV-11']);
    const empty = await page('filter: { title: { eq: "nothing" } }');
    expect(empty.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });

  it('refuses page sizes below 1 and above 250, without data, in HTTP 200 or 400', async () => {
    for (const [args, rule] of [
      ['first: 251', 'max'],
      ['last: 300', 'max'],
      ['first: 0', 'min'],
    ] as const) {
      const { status, body } = await client.query(`{ issues(${args}) { nodes { id } } }`);
      expect([status, body.data, body.errors[0].message]).toEqual([200, null, 'Argument Validation Error']);
      expect(body.errors[0].extensions).toMatchObject({ code: 'INVALID_INPUT' });
      expect(Object.keys(body.errors[0].extensions.validationErrors[0].constraints)).toEqual([rule]);
    }
    world.quirks.argumentErrorStatus = 400;
    expect((await client.query('{ issues(first: 251) { nodes { id } } }')).status).toBe(400);
    expect((await client.query('{ issues(first: 250) { nodes { id } } }')).status).toBe(200);
    expect((await client.query('{ issues(after: "nonsense") { nodes { id } } }')).body.errors[0].extensions.code).toBe(
      'INVALID_INPUT',
    );
  });

  it('loses a row that is edited behind the walk by updatedAt, and meets none twice', async () => {
    make(60);
    const order = 'orderBy: updatedAt, includeArchived: true';
    let pages = 0;
    const seen = ids(
      await client.all('issues', 'identifier', order, () => {
        if (++pages === 1) world.editIssue('DEV-5', { title: 'Edited behind the reader' });
      }),
    );
    expect(seen).not.toContain('DEV-5');
    expect(new Set(seen).size).toBe(59);
    expect((await page(order)).nodes[0].identifier).toBe('DEV-5');
  });

  it('takes the cursor along when its own row is edited: the walk begins again, and loses nothing', async () => {
    make(45);
    let pages = 0;
    const seen = ids(
      await client.all('issues', 'identifier', 'orderBy: updatedAt', () => {
        if (++pages === 1) world.editIssue('DEV-26', { title: 'The last of the first page' });
      }),
    );
    expect(seen.length).toBeGreaterThan(45);
    expect(new Set(seen).size).toBe(45);
  });

  it('keeps the place of an archived row, and has none for a purged one', async () => {
    make(10);
    const { pageInfo } = await page('first: 4');
    world.archive('DEV-7');
    expect(ids((await page(`first: 2, after: "${pageInfo.endCursor}"`)).nodes)).toEqual(['DEV-6', 'DEV-5']);
    world.purge('DEV-7');
    const lost = `{ issues(after: "${pageInfo.endCursor}") { nodes { id } } }`;
    expect((await client.query(lost)).body.errors[0].extensions.code).toBe('INVALID_INPUT');
    world.quirks.lostCursor = 'end';
    expect((await client.data(lost)).issues.nodes).toEqual([]);
  });

  it('hides archived and trashed rows unless asked, and forgets purged ones with all that hung on them', async () => {
    make(4);
    world.block('DEV-1', 'DEV-4');
    world.addComment({ issue: 'DEV-1', body: 'gone with it' });
    world.archive('DEV-2');
    world.trash('DEV-3');
    expect(ids((await page('first: 9')).nodes)).toEqual(['DEV-4', 'DEV-1']);
    const all = await client.all('issues', 'identifier archivedAt trashed');
    expect(all.map((node) => [node.identifier, node.archivedAt !== null, node.trashed])).toEqual([
      ['DEV-4', false, null],
      ['DEV-3', true, true],
      ['DEV-2', true, null],
      ['DEV-1', false, null],
    ]);
    expect((await client.data('{ issue(id: "DEV-3") { trashed } }')).issue.trashed).toBe(true);
    world.restore('DEV-3');
    world.purge('DEV-1');
    expect(ids((await page('first: 9')).nodes)).toEqual(['DEV-4', 'DEV-3']);
    const rest = await client.data('{ comments { nodes { id } } issueRelations { nodes { id } } }');
    expect([rest.comments.nodes, rest.issueRelations.nodes]).toEqual([[], []]);
  });

  it('pages nested lists for each parent by itself', async () => {
    make(3);
    for (let i = 0; i < 60; i++) world.addComment({ issue: 'DEV-2', body: `comment ${i}` });
    const query = `query Thread($after: String) { issue(id: "DEV-2") {
      comments(first: 25, after: $after) { nodes { body } pageInfo { hasNextPage endCursor } } } }`;
    const bodies: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo }: Json = (await client.data(query, { after })).issue.comments;
      bodies.push(...nodes.map((node: Json) => node.body));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(bodies).toEqual(Array.from({ length: 60 }, (_, i) => `comment ${59 - i}`));
  });

  it('leaves disabled users out unless asked', async () => {
    const names = async (args: string): Promise<string[]> =>
      (await client.data(`{ users(${args}) { nodes { name active } } }`)).users.nodes.map((node: Json) => node.name);
    expect(await names('first: 50')).not.toContain('Ruth Calder');
    expect(await names('includeDisabled: true')).toContain('Ruth Calder');
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SandboxClient, type Json } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { LinearClient } from './linear-client.js';

const ISSUES = 'query Some { issues(first: 10) { nodes { id title updatedAt } } }';

describe('faults of linear', () => {
  let sandbox: Sandbox;
  let client: LinearClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    client = new LinearClient(sandbox);
  });
  afterEach(() => sandbox.faults.clear());
  afterAll(() => sandbox.close());

  it('is throttled with 400 and with 429', async () => {
    sandbox.faults.add({ kind: 'rate_limit', vendor: 'linear', times: 1 });
    const first = await client.query(ISSUES);
    sandbox.faults.add({ kind: 'rate_limit', vendor: 'linear', status: 429, retryAfter: 3, times: 1 });
    const second = await client.query(ISSUES);
    expect([
      first.status,
      first.body.errors[0].extensions.code,
      first.headers.get('x-ratelimit-requests-remaining'),
    ]).toEqual([400, 'RATELIMITED', '0']);
    expect(Number(first.headers.get('x-ratelimit-requests-reset'))).toBeGreaterThan(Date.now());
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await client.query(ISSUES)).status).toBe(200);
    expect((await new SandboxClient(sandbox).chatwoot('/inboxes')).status).toBe(200);
  });

  it('hides errors in HTTP 200: without data, without one list, without one value', async () => {
    sandbox.faults.add({ kind: 'status', status: 200, vendor: 'linear', times: 1 });
    const none = (await client.query(ISSUES)).body;
    expect([none.data, none.errors[0].extensions.code]).toEqual([null, 'INTERNAL_SERVER_ERROR']);
    sandbox.faults.add({ kind: 'partial', match: /issues$/, times: 1 });
    const list = (await client.query(`{ teams { nodes { id } } issues { nodes { id } } }`)).body;
    expect([list.data.teams, list.data.issues.nodes.length > 0, list.errors[0].path]).toEqual([null, true, ['teams']]);
    sandbox.faults.add({ kind: 'partial', field: 'title', times: 1 });
    const value = (await client.query(ISSUES)).body;
    expect(value.data.issues.nodes.filter((node: Json) => node.title === null)).toHaveLength(1);
    expect(value.errors[0].path).toEqual(['issues', 'nodes', 5, 'title']);
  });

  it('cuts, corrupts, repeats and reorders', async () => {
    const ids = async (): Promise<string[]> => (await client.data(ISSUES)).issues.nodes.map((node: Json) => node.id);
    const good = await ids();
    sandbox.faults.add({ kind: 'cut_json', times: 1 });
    expect((await client.query(ISSUES)).body).toBeUndefined();
    sandbox.faults.add({ kind: 'bad_shape', times: 1 });
    const bad = (await client.data(ISSUES)).issues.nodes;
    expect(bad.filter((node: Json) => typeof node.updatedAt !== 'string')).toHaveLength(1);
    sandbox.faults.add({ kind: 'bad_shape', recordId: good[2] ?? '', field: 'title', value: 7, times: 1 });
    expect((await client.data(ISSUES)).issues.nodes[2].title).toBe(7);
    sandbox.faults.add({ kind: 'repeat_rows', times: 1 });
    expect([...new Set(await ids())]).toEqual(good);
    sandbox.faults.add({ kind: 'reorder_rows', times: 1 });
    const reordered = await ids();
    expect(reordered).not.toEqual(good);
    expect(reordered.sort()).toEqual([...good].sort());
    expect(await ids()).toEqual(good);
  });

  it('tells queries apart by their root fields, in faults and in the log', async () => {
    sandbox.requests.reset();
    sandbox.faults.add({ kind: 'status', status: 502, match: /graphql teams$/ });
    expect((await client.query('{ teams { nodes { id } } }')).status).toBe(502);
    expect((await client.query(ISSUES)).status).toBe(200);
    expect(sandbox.requests.count('POST /graphql')).toBe(2);
    expect(sandbox.requests.count('POST /graphql issues')).toBe(1);
  });

  it('is steered from another process', async () => {
    const http = new SandboxClient(sandbox);
    const post = (path: string, body: object) =>
      http.request(`/__sandbox/linear/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const made = (await post('mutate', { op: 'addIssue', args: { team: 'DEV', title: 'From outside' } })).body;
    expect((await post('mutate', { op: 'moveToState', args: [made.id, 'Done'] })).body.completedAt).not.toBeNull();
    expect((await post('mutate', { op: 'purge', args: ['DEV-9999'] })).status).toBe(404);
    expect((await post('mutate', { op: 'drop' })).status).toBe(400);
    expect((await post('churn', { comments: 3 })).body.commentIds).toHaveLength(3);
    const { linear } = (await http.request('/__sandbox/state')).body;
    expect(linear).toEqual(JSON.parse(JSON.stringify(sandbox.linear.snapshot())));
    await post('quirks', { limits: { queryComplexity: 1 } });
    expect((await client.query(ISSUES)).body.errors[0].message).toBe('Query too complex');
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Latch } from '../../test/support/latch.js';
import { until } from '../../test/support/until.js';
import { type Json, SandboxClient } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';

describe('faults', () => {
  let sandbox: Sandbox;
  let client: SandboxClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    client = new SandboxClient(sandbox);
  });
  afterEach(() => sandbox.faults.clear());
  afterAll(() => sandbox.close());

  const ids = async (): Promise<number[]> =>
    (await client.chatwoot('/conversations?status=all')).body.data.payload.map((row: Json) => row.id);

  it('throttles as each vendor does', async () => {
    sandbox.faults.add({ kind: 'rate_limit' });
    const chatwoot = await client.chatwoot('/inboxes');
    expect([chatwoot.status, chatwoot.text, chatwoot.headers.get('retry-after')]).toEqual([429, 'Retry later\n', null]);
    expect(chatwoot.headers.get('content-type')).toMatch('text/plain');
    expect((await client.embed({ model: 'text-embedding-3-small', input: 'a' })).body.error.code).toBe(
      'rate_limit_exceeded',
    );
    sandbox.faults.clear();
    sandbox.faults.add({ kind: 'rate_limit', vendor: 'openai', code: 'insufficient_quota', retryAfter: 7 });
    const openai = await client.embed({ model: 'text-embedding-3-small', input: 'a' });
    expect(openai.body.error).toMatchObject({ type: 'insufficient_quota', code: 'insufficient_quota' });
    expect(openai.headers.get('retry-after')).toBe('7');
    expect((await client.chatwoot('/inboxes')).status).toBe(200);
  });

  it('answers with a status a number of times, each nth, on matching paths only', async () => {
    sandbox.faults.add({ kind: 'status', status: 503, match: '/inboxes', times: 2 });
    sandbox.faults.add({ kind: 'status', status: 500, match: /GET .*\/contacts/, every: 2 });
    const statuses = async (path: string): Promise<number[]> => [
      (await client.chatwoot(path)).status,
      (await client.chatwoot(path)).status,
      (await client.chatwoot(path)).status,
    ];
    expect(await statuses('/inboxes')).toEqual([503, 503, 200]);
    expect(await statuses('/contacts')).toEqual([200, 500, 200]);
  });

  it('draws chances from its seed', async () => {
    const remove = sandbox.faults.add({ kind: 'status', probability: 0.5 });
    const statuses = await Promise.all(Array.from({ length: 40 }, () => client.chatwoot('/inboxes')));
    const failed = statuses.filter((answer) => answer.status === 500).length;
    expect(failed).toBeGreaterThan(8);
    expect(failed).toBeLessThan(32);
    remove();
    expect((await client.chatwoot('/inboxes')).status).toBe(200);
  });

  it('delays, drops and hangs', async () => {
    const order: string[] = [];
    const gate = new Latch();
    sandbox.faults.add({ kind: 'latency', until: () => gate.opened, hit: () => order.push('asked'), times: 1 });
    const answered = client.chatwoot('/inboxes').then(() => order.push('answered'));
    await until('it is asked', () => order.length > 0);
    await client.chatwoot('/inboxes');
    order.push('let go');
    gate.open();
    await answered;
    expect(order).toEqual(['asked', 'let go', 'answered']);
    sandbox.faults.add({ kind: 'drop', times: 1 });
    await expect(client.chatwoot('/inboxes')).rejects.toThrow();
    const late = new AbortController();
    sandbox.faults.add({ kind: 'hang', times: 1, hit: () => late.abort(new Error('timeout')) });
    await expect(client.chatwoot('/inboxes', { signal: late.signal })).rejects.toThrow(/timeout/);
  });

  it('ends hanging requests when it closes', async () => {
    const other = await startSandbox({ empty: true });
    other.faults.add({ kind: 'hang' });
    const pending = new SandboxClient(other).chatwoot('/inboxes').catch(() => 'cut');
    await until('it is asked', () => other.requests.total > 0);
    await other.close();
    expect(await pending).toBe('cut');
  });

  it('cuts JSON and answers with a page or a flood', async () => {
    sandbox.faults.add({ kind: 'cut_json', times: 1 });
    const cut = await client.chatwoot('/inboxes');
    expect([cut.status, cut.body]).toEqual([200, undefined]);
    expect(cut.headers.get('content-type')).toMatch('application/json');
    sandbox.faults.add({ kind: 'html', times: 1 });
    const page = await client.chatwoot('/inboxes');
    expect(page.headers.get('content-type')).toMatch('text/html');
    sandbox.faults.add({ kind: 'huge', bytes: 2 ** 20, times: 1 });
    expect((await client.chatwoot('/inboxes')).text.length).toBeGreaterThan(2 ** 20);
  });

  it('corrupts one record, repeats rows and reorders them without changing the world', async () => {
    const good = await ids();
    sandbox.faults.add({ kind: 'repeat_rows', times: 1 });
    const repeated = await ids();
    expect(repeated.length).toBeGreaterThan(good.length);
    expect([...new Set(repeated)]).toEqual(good);
    sandbox.faults.add({ kind: 'reorder_rows', times: 1 });
    const reordered = await ids();
    expect(reordered).not.toEqual(good);
    expect(reordered.sort((a, b) => a - b)).toEqual([...good].sort((a, b) => a - b));

    const id = good[0] ?? 0;
    sandbox.faults.add({ kind: 'bad_shape', match: '/messages' });
    const rows = (await client.chatwoot(`/conversations/${id}/messages`)).body.payload;
    expect(rows.filter((row: Json) => row.created_at === 'yesterday')).toHaveLength(1);
    sandbox.faults.clear();
    sandbox.faults.add({ kind: 'bad_shape', recordId: id, field: 'status', value: 17 });
    expect((await client.chatwoot(`/conversations/${id}`)).body.status).toBe(17);
    sandbox.faults.clear();
    expect(await ids()).toEqual(good);
  });
});

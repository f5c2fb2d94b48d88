import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, SandboxClient } from '../client.js';
import { attioDelivery, type Sandbox, startSandbox } from '../sandbox.js';
import { AttioClient } from './client.js';

describe('Attio access, limits, faults and webhooks', () => {
  let sandbox: Sandbox;
  let client: AttioClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ attio: { token: 'secret', meetings: false } });
    client = new AttioClient(sandbox, 'Bearer secret');
  });
  afterEach(() => sandbox.faults.clear());
  afterAll(() => sandbox.close());

  it('opens to its token, by Bearer or Basic', async () => {
    const basic = Buffer.from('secret:').toString('base64');
    expect((await new AttioClient(sandbox, `Basic ${basic}`).get('/objects')).status).toBe(200);
    for (const header of ['Bearer wrong', '', 'secret']) {
      const other = new AttioClient(sandbox, header);
      const { status, body } = await other.get('/objects');
      expect([status, body]).toEqual([
        401,
        { status_code: 401, type: 'auth_error', code: 'unauthorized', message: expect.any(String) },
      ]);
      expect((await other.get('/self')).body).toEqual({ active: false });
    }
    const self = (await client.get('/self')).body;
    expect(self).toMatchObject({ active: true, token_type: 'Bearer', workspace_slug: 'agency' });
    expect(self.scope.split(' ')).toContain('note:read');
    sandbox.attio.deniedScopes.add('note:read');
    expect((await client.get('/notes')).body).toMatchObject({ status_code: 403, code: 'unauthorized' });
    expect((await client.get('/self')).body.scope).not.toContain('note:read');
    sandbox.attio.deniedScopes.clear();
    expect((await client.get('/meetings')).status).toBe(403);
    expect((await client.get('/sql')).body).toMatchObject({ status_code: 404, code: 'not_found' });
  });

  it('refuses what comes too fast, with a date to come back', async () => {
    sandbox.attio.limits.readsPerSecond = 5;
    const answers = await Promise.all(Array.from({ length: 30 }, () => client.get('/objects')));
    sandbox.attio.limits.readsPerSecond = null;
    const refused = answers.filter((answer) => answer.status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(15);
    expect(refused[0]?.body).toMatchObject({ type: 'rate_limit_error', code: 'rate_limit_exceeded' });
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  });

  it('fails in its own words', async () => {
    sandbox.faults.add({ kind: 'rate_limit', vendor: 'attio', retryAfter: 3, times: 1 });
    const limited = await client.get('/objects');
    expect([limited.status, limited.body.code]).toEqual([429, 'rate_limit_exceeded']);
    const wait = Date.parse(limited.headers.get('retry-after') ?? '') - Date.now();
    expect(wait).toBeGreaterThan(1000);
    expect(wait).toBeLessThanOrEqual(3000);
    sandbox.faults.add({ kind: 'status', status: 503, vendor: 'attio', times: 1 });
    expect((await client.get('/objects')).body).toMatchObject({ status_code: 503 });
    sandbox.faults.add({ kind: 'cut_json', vendor: 'attio', times: 1 });
    const cut = await client.query('deals');
    expect([cut.status, cut.body]).toEqual([200, undefined]);
  });

  it('spoils one record, repeats rows and reorders them', async () => {
    const good = await client.scan('deals');
    const wanted = good[3]?.id.record_id;
    sandbox.faults.add({ kind: 'bad_shape', recordId: wanted, match: '/deals/' });
    const bad = (await client.scan('deals', 10)).filter((row) => typeof row.values === 'string');
    expect(bad.map((row) => row.id.record_id)).toEqual([wanted]);
    expect((await client.get(`/objects/deals/records/${wanted}`)).body.data.values).toBe('none');
    sandbox.faults.clear();
    sandbox.faults.add({ kind: 'bad_shape', match: '/v2/notes' });
    const notes = (await client.get('/notes')).body.data;
    expect(notes.filter((row: Json) => row.created_at === 'yesterday')).toHaveLength(1);
    sandbox.faults.clear();
    sandbox.faults.add({ kind: 'repeat_rows', times: 1 });
    expect((await client.query('deals')).body.data.length).toBeGreaterThan(good.length);
    sandbox.faults.add({ kind: 'reorder_rows', times: 1 });
    const reordered = await client.query('deals', { sorts: [{ attribute: 'created_at', direction: 'asc' }] });
    expect(reordered.body.data).not.toEqual(good);
    expect(await client.scan('deals')).toEqual(good);
  });

  it('delivers ids only, signed over the raw body', async () => {
    const world = sandbox.attio;
    world.takeEvents();
    const deal = world.addDeal({ name: 'Hooked', stage: 'Lead', value: 10 });
    world.setStage(deal.id, 'Won');
    const events = world.takeEvents();
    expect(events.map((event) => event.event_type)).toEqual(['record.created', 'record.updated']);
    const stage = world.schema.column('deals', 'stage').id;
    expect(events[1]?.id).toMatchObject({ record_id: deal.id, attribute_id: stage });
    const { headers, body } = attioDelivery(events[1] ?? [], 'hush');
    expect(headers['attio-signature']).toBe(createHmac('sha256', 'hush').update(body).digest('hex'));
    expect(headers['x-attio-signature']).toBe(headers['attio-signature']);
    expect(JSON.parse(body)).toEqual({ webhook_id: expect.any(String), events: [events[1]] });
    expect(body).not.toContain('Won');
    expect(attioDelivery(events, 'hush').headers['idempotency-key']).not.toBe(headers['idempotency-key']);
    expect(attioDelivery(events, 'hush', { idempotencyKey: 'k' }).headers['idempotency-key']).toBe('k');
  });

  it('is steered from outside', async () => {
    const outside = new SandboxClient(sandbox);
    const send = (path: string, body: object) =>
      outside.request(`/__sandbox/attio/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const made = await send('mutate', { op: 'addDeal', args: { name: 'From outside', value: 5 } });
    await send('mutate', { op: 'setValue', args: [made.body.id, 7] });
    expect((await send('mutate', { op: 'setValue', args: ['none', 7] })).status).toBe(404);
    expect((await send('mutate', { op: 'setStage', args: [made.body.id, 'Sold'] })).status).toBe(400);
    expect((await send('mutate', { op: 'drop' })).status).toBe(400);
    expect((await send('quirks', { limits: { readsPerSecond: 100 } })).body.limits).toEqual({ readsPerSecond: 100 });
    sandbox.attio.limits.readsPerSecond = null;
    const { attio } = (await outside.request('/__sandbox/state')).body;
    expect(attio).toEqual(JSON.parse(JSON.stringify(sandbox.attio.snapshot())));
    expect(attio.deals.find((row: Json) => row.id === made.body.id).value).toBe(7);
  });
});

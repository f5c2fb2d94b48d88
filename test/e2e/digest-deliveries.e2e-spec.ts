import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import { withinProjects } from '../../src/database/index.js';
import { DigestDeliveriesJob } from '../../src/digest/deliveries/deliveries.job.js';
import { DeliveriesRepository } from '../../src/digest/deliveries/deliveries.repository.js';
import type { Client } from '../support/client.js';
import { answer, startDigestReceiver, type DigestReceiver, type Message } from '../support/digest-receiver.js';
import { holdDeadlines } from '../support/held-deadlines.js';
import { contextOf } from '../support/job-context.js';
import { addedBy, newcomer, project, stranger, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

type Row = Record<string, any>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BASE = 'https://kag.example';

let receiver: DigestReceiver;
let server: TestApp;
let manager: Person & { scopeId: string };
let client: Client;
let projects: string[];
/** How far the server's clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  receiver = await startDigestReceiver();
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      PUBLIC_URL: BASE,
      DIGEST_HOSTS: 'hooks.example,10.0.0.1,[::1],localhost',
      DIGEST_PRIVATE_HOSTS: '127.0.0.1',
    },
  });
  server.app.get(Clock).now = () => new Date(Date.now() + ahead);
  manager = await newcomer(server);
  client = manager.client;
  projects = [await project(client, 'Acme'), await project(client, 'Birch')];
});
afterEach(async () => {
  await sql('DELETE FROM digest_subscriptions');
  receiver.messages.length = receiver.answers.length = 0;
});
afterAll(async () => {
  await server.close();
  await receiver.close();
});

const sql = (text: string, parameters: unknown[] = []) => server.db.database.query<Row>(text, parameters);
const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const wanted = (more: Row = {}) => ({
  name: 'Morning',
  channel: 'webhook',
  address: `${receiver.url}/hook`,
  days: EVERY_DAY,
  hour: 8,
  time_zone: 'UTC',
  ...more,
});
const subscribe = async (more: Row = {}): Promise<Row> =>
  (await client.post('/digest/subscriptions', wanted(more)).expect(200)).body;
/** The job, as the schedule runs it for the scope's projects together. */
const run = async (ids = projects): Promise<Row> => {
  const results = await withinProjects(ids, () => server.app.get(DigestDeliveriesJob).runTogether(ids.map(contextOf)));
  const [first] = [...results.values()].filter((one) => one instanceof Error || Object.values(one).some(Boolean));
  if (first instanceof Error) throw first;
  return first ?? {};
};
const nextDay = () => (ahead += DAY_MS);
/** For a digest at the hour that it is: no other one is due in the hours after it. */
const thisHour = () => new Date(Date.now() + ahead).getUTCHours();
const deliveries = async (query = ''): Promise<Row[]> =>
  (await client.get(`/digest/deliveries${query}`).expect(200)).body.deliveries;
/** Every delivery may be tried now. */
const waitOver = () =>
  sql(`UPDATE digest_deliveries SET next_try_at = now() - interval '1 minute' WHERE status = 'waiting'`);
const idOf = ({ headers }: Message) => headers['webhook-id'];
const isSigned = ({ headers, body }: Message, secret: string) => {
  const [id, at] = [headers['webhook-id'] as string, headers['webhook-timestamp'] as string];
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64');
  return headers['webhook-signature'] === `v1,${expected}`;
};

describe('subscriptions', () => {
  it('keep the address and the secret to themselves', async () => {
    const { subscription, secret } = await subscribe({ address: `${receiver.url}/T0/secret-path` });
    expect(secret).toMatch(/^whsec_/);
    expect(subscription).toMatchObject({ target: new URL(receiver.url).host, paused: false, told_until: null });
    const { body, text } = await client.get('/digest/subscriptions').expect(200);
    expect(body.subscriptions).toEqual([subscription]);
    const audit = await sql(`SELECT * FROM audit_events WHERE entity_type = 'digest_subscription'`);
    expect(audit.at(-1)).toMatchObject({ action: 'digest_subscription.create', account_scope_id: manager.scopeId });
    for (const shown of [text, JSON.stringify(audit)]) {
      expect(shown).not.toContain('secret-path');
      expect(shown).not.toContain(secret);
    }
    const [stored] = await sql('SELECT sealed FROM digest_subscriptions');
    expect(String(stored!['sealed'])).not.toContain('secret-path');
  });

  it('are changed and removed by the admins of their scope only', async () => {
    const { subscription } = await subscribe();
    const path = `/digest/subscriptions/${subscription.id}`;
    const theirs = await stranger(server);
    await theirs.client.patch(path, { name: 'Mine' }).expect(404);
    await theirs.client.delete(path).expect(404);
    const viewer = await addedBy(server, client, 'operator', [manager.scopeId]);
    await viewer.client.patch(path, { name: 'Mine' }).expect(403);
    const changed = await client
      .patch(path, { name: 'Weekly', period: 'week', days: ['mon'], quiet_hours: { start: '20:00', end: '08:00' } })
      .expect(200);
    expect(changed.body.subscription).toMatchObject({ name: 'Weekly', period: 'week', days: ['mon'], hour: 8 });
    const { body } = await client.patch(path, { quiet_hours: null }).expect(200);
    expect(body.subscription.quiet_hours).toBeNull();
    await client.delete(path).expect(200);
    expect((await client.get('/digest/subscriptions')).body.subscriptions).toEqual([]);
  });

  it.each<[string, Row]>([
    ['what is no address', { address: 'hooks.example' }],
    ['a host that the configuration does not name', { address: 'https://hooks.other.example/hook' }],
    ['an address with credentials', { address: 'https://a:b@hooks.example' }],
    ['another scheme', { address: 'file:///etc/passwd' }],
    ['what is no hour', { hour: 24 }],
    ['what is no time zone', { time_zone: 'Mars/Olympus' }],
    ['no day', { days: [] }],
    ['a weekly one on two days', { period: 'week', days: ['mon', 'tue'] }],
    ['quiet hours that never end', { quiet_hours: { start: '20:00', end: '20:00' } }],
    ['a scope of others', { account_scope_id: '00000000-0000-4000-8000-000000000000' }],
    ['another channel', { channel: 'pigeon' }],
  ])('refuse %s', (_what, more) => client.post('/digest/subscriptions', wanted(more)).expect(400));

  it('need a project', async () => {
    const empty = await newcomer(server);
    const { body } = await empty.client.post('/digest/subscriptions', wanted()).expect(409);
    expect(body.detail).toContain('POST /projects');
  });
});

describe('a digest', () => {
  it('is sent once, signed, when its time has come, and the next day tells of the next day', async () => {
    const { subscription, secret } = await subscribe({ hour: thisHour() });
    await run();
    expect(receiver.messages).toEqual([]);
    nextDay();
    expect(await run()).toEqual({ made: 1, sent: 1, late: 0, failed: 0 });
    await run();
    const [message] = receiver.messages;
    expect(receiver.messages).toHaveLength(1);
    expect(isSigned(message!, secret as string)).toBe(true);
    const { type, data } = JSON.parse(message!.body) as Row;
    expect([type, data.from, data.quiet]).toEqual(['digest', data.to, true]);
    nextDay();
    await run();
    const [first, second] = await deliveries(`?subscription_id=${subscription.id}`);
    expect([first, second]).toMatchObject([
      { status: 'sent', attempts: 1, last_error: null, name: 'Morning' },
      { status: 'sent', period_end: data.to, id: idOf(message!) },
    ]);
    expect(Date.parse(first!['period_start'])).toBe(Date.parse(data.to) + DAY_MS);
    expect(new Set(receiver.messages.map(idOf)).size).toBe(2);
  });

  it('is sent once however many look for it at once', async () => {
    await subscribe({ hour: thisHour() });
    nextDay();
    await Promise.all([run([projects[0]!]), run([projects[1]!]), run()]);
    expect(receiver.messages).toHaveLength(1);
    expect(await deliveries()).toHaveLength(1);
  });

  it('is a text with blocks for Slack, without a signature', async () => {
    await subscribe({ channel: 'slack', locale: 'ru' });
    nextDay();
    await run();
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.messages;
    expect(headers).not.toHaveProperty('webhook-signature');
    const { text, blocks } = JSON.parse(body) as Row;
    expect(text).toMatch(/^Сводка за /);
    expect(JSON.stringify(blocks)).toContain(`<${BASE}/digest?date=`);
  });

  it('waits for the end of quiet hours', async () => {
    await subscribe({ quiet_hours: { start: '00:00', end: '23:59' } });
    nextDay();
    const time = server.app.get(Clock).now;
    const noon = new Date(`${new Date(Date.now() + ahead).toISOString().slice(0, 10)}T12:00:00Z`);
    server.app.get(Clock).now = () => noon;
    expect(await run()).toMatchObject({ made: 1, sent: 0 });
    await sql(`UPDATE digest_subscriptions SET quiet_hours = '{"start": "20:00", "end": "08:00"}'`);
    expect(await run()).toMatchObject({ made: 0, sent: 1 });
    server.app.get(Clock).now = time;
  });

  it('is not sent while it is paused', async () => {
    const { subscription } = await subscribe();
    await client.patch(`/digest/subscriptions/${subscription.id}`, { paused: true }).expect(200);
    nextDay();
    await run();
    expect(receiver.messages).toEqual([]);
  });

  it('is tested by hand, also where it was told already', async () => {
    const { subscription } = await subscribe();
    const test = () => client.post(`/digest/subscriptions/${subscription.id}/test`).expect(200);
    expect((await test()).body).toMatchObject({ delivered: true, error: null });
    receiver.answers.push(answer(404));
    expect((await test()).body).toMatchObject({ delivered: false, error: 'answered 404' });
    expect(receiver.messages).toHaveLength(2);
    expect(await deliveries()).toEqual([]);
  });
});

describe('a receiver', () => {
  beforeAll(() => void (ahead += DAY_MS));

  const due = async (more: Row = {}) => {
    const made = await subscribe({ hour: thisHour(), ...more });
    nextDay();
    return made;
  };

  it('that fails gets the same message again, later each time', async () => {
    const { secret } = await due();
    receiver.answers.push(answer(503), answer(500, { 'retry-after': '7200' }));
    expect(await run()).toMatchObject({ late: 1 });
    const [late] = await deliveries('?status=waiting');
    expect(late).toMatchObject({ attempts: 1, last_error: 'answered 503' });
    expect(await run()).toEqual({});
    ahead += HOUR_MS;
    await run();
    const [later] = await deliveries('?status=waiting');
    const inHours = (Date.parse(later!['next_try_at']) - Date.now() - ahead) / HOUR_MS;
    expect([later!['attempts'], Math.round(inHours)]).toEqual([2, 2]);
    ahead += 2 * HOUR_MS;
    expect(await run()).toMatchObject({ sent: 1 });
    expect(receiver.messages).toHaveLength(3);
    expect(new Set(receiver.messages.map(idOf))).toEqual(new Set([late!['id']]));
    expect(receiver.messages.every((message) => isSigned(message, secret as string))).toBe(true);
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 3, last_error: null }]);
  });

  it('that hangs is left at the deadline', async () => {
    await due();
    receiver.answers.push(() => {});
    const deadlines = holdDeadlines(server);
    const running = run();
    await until('the message has come', () => receiver.messages.length > 0);
    deadlines.pass();
    expect(await running).toMatchObject({ late: 1 });
    expect(await deliveries()).toMatchObject([{ status: 'waiting', last_error: 'no answer within 10 s' }]);
  });

  it('that never ends its answer is not listened to', async () => {
    await due();
    receiver.answers.push((response) => void response.writeHead(200).write('x'));
    expect(await run()).toMatchObject({ sent: 1 });
  });

  it('that leads elsewhere is not followed', async () => {
    await due();
    receiver.answers.push(answer(307, { location: `${receiver.url}/elsewhere` }));
    await run();
    expect(receiver.messages.map(({ path }) => path)).toEqual(['/hook']);
    expect(await deliveries()).toMatchObject([{ status: 'waiting', last_error: 'answered 307' }]);
  });

  it('that is gone for good is sent nothing more until somebody resumes it', async () => {
    const { subscription } = await due();
    receiver.answers.push(answer(410));
    expect(await run()).toMatchObject({ failed: 1 });
    const listed = async () => (await client.get('/digest/subscriptions')).body.subscriptions as Row[];
    expect(await listed()).toMatchObject([{ paused: true, paused_because: 'gone' }]);
    nextDay();
    await run();
    expect(receiver.messages).toHaveLength(1);
    await client.patch(`/digest/subscriptions/${subscription.id}`, { paused: false }).expect(200);
    expect(await listed()).toMatchObject([{ paused: false, paused_because: null }]);
    nextDay();
    expect(await run()).toMatchObject({ sent: 1 });
  });

  it('that fails for ever is given up with its error, and tried again when somebody says so', async () => {
    await due();
    for (let n = 1; n <= 8; n++) {
      receiver.answers.push(answer(500));
      expect(await run()).toMatchObject(n < 8 ? { late: 1 } : { failed: 1 });
      await waitOver();
    }
    await run();
    expect(receiver.messages).toHaveLength(8);
    const [given] = await deliveries('?status=failed');
    expect(given).toMatchObject({ attempts: 8, last_error: 'answered 500', next_try_at: null });
    await client.post(`/digest/deliveries/${given!['id']}/retry`).expect(200);
    const [sent] = await until('a run has sent it', async () => {
      const rows = await deliveries('?status=sent');
      return rows.length > 0 && rows;
    });
    expect(sent).toMatchObject({ id: given!['id'], attempts: 1 });
    expect(idOf(receiver.messages.at(-1)!)).toBe(given!['id']);
    await client.post(`/digest/deliveries/${given!['id']}/retry`).expect(409);
  });

  it('can tell a message that comes twice because the server died before it noted the first', async () => {
    await due();
    const repository = server.app.get(DeliveriesRepository);
    const end = repository.end.bind(repository);
    repository.end = () => Promise.reject(new Error('the server died'));
    await expect(run()).rejects.toThrow('the server died');
    repository.end = end;
    // The try counts as under way until its lease is over.
    expect(await run()).toEqual({});
    ahead += HOUR_MS;
    expect(await run()).toMatchObject({ made: 0, sent: 1 });
    expect(receiver.messages).toHaveLength(2);
    expect(new Set(receiver.messages.map(idOf)).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 2 }]);
  });

  it.each([
    ['https://10.0.0.1/hook', 'leads into a private network'],
    ['https://[::1]/hook', 'leads into a private network'],
    ['https://localhost/hook', 'leads into a private network'],
    ['http://hooks.example/hook', 'without TLS'],
  ])('in a private network gets nothing: %s', async (address, why) => {
    await due({ address });
    expect(await run()).toMatchObject({ failed: 1 });
    const [refused] = await deliveries();
    expect(refused).toMatchObject({ status: 'failed', attempts: 1, last_error: expect.stringContaining(why) });
  });
});

it('lists deliveries page by page, of one’s own account scopes', async () => {
  await subscribe();
  for (let day = 0; day < 3; day++) {
    nextDay();
    await run();
  }
  const first = (await client.get('/digest/deliveries?limit=2').expect(200)).body;
  const second = (await client.get(`/digest/deliveries?limit=2&cursor=${first.next_cursor}`).expect(200)).body;
  const days = [...first.deliveries, ...second.deliveries].map(({ period_end }) => period_end as string);
  expect(days).toHaveLength(3);
  expect(days).toEqual([...days].sort().reverse());
  expect(second.next_cursor).toBeNull();
  const theirs = await stranger(server);
  expect((await theirs.client.get('/digest/deliveries').expect(200)).body.deliveries).toEqual([]);
});

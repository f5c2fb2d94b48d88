import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import { withinProjects } from '../../src/database/index.js';
import { DigestDeliveriesJob } from '../../src/digest/deliveries/deliveries.job.js';
import type { Client } from '../support/client.js';
import { holdDeadlines } from '../support/held-deadlines.js';
import { contextOf } from '../support/job-context.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { newcomer, project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

type Row = Record<string, any>;

const DAY_MS = 24 * 3_600_000;
const MAIL = {
  name: 'Morning',
  channel: 'email',
  address: 'ann@agency.example',
  days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  time_zone: 'UTC',
};

let mail: MailServer;
let server: TestApp;
let client: Client;
let id: string;
let ahead = 0;

beforeAll(async () => {
  mail = await startMailServer();
  server = await startTestApp({
    env: { PUBLIC_URL: 'https://kag.example', SMTP_URL: mail.url, SMTP_FROM: 'KAG <kag@agency.example>' },
  });
  server.app.get(Clock).now = () => new Date(Date.now() + ahead);
  client = (await newcomer(server)).client;
  id = await project(client, 'Acme');
});
afterEach(async () => {
  await server.db.database.run('DELETE FROM digest_subscriptions');
  mail.mails.length = mail.refusals.length = 0;
});
afterAll(async () => {
  await server.close();
  await mail.close();
});

const run = async (): Promise<Row> => {
  const results = await withinProjects([id], () => server.app.get(DigestDeliveriesJob).runTogether([contextOf(id)]));
  return results.get(id) ?? {};
};
const deliveries = async (): Promise<Row[]> => (await client.get('/digest/deliveries').expect(200)).body.deliveries;
/** At the hour that it is: so no other one is due in the hours after it. */
const due = async () => {
  const hour = new Date(Date.now() + ahead).getUTCHours();
  const { body } = await client.post('/digest/subscriptions', { ...MAIL, hour }).expect(200);
  ahead += DAY_MS;
  return body as Row;
};
const headerOf = (raw: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim();

describe('a digest by mail', () => {
  it('goes to the mailbox, in text and with links, and has no secret', async () => {
    const { subscription, secret } = await due();
    expect([subscription.target, secret]).toEqual(['ann@agency.example', null]);
    expect(await run()).toMatchObject({ sent: 1 });
    const [{ from, to, raw } = { from: '', to: [], raw: '' }] = mail.mails;
    expect([from, to]).toEqual(['kag@agency.example', ['ann@agency.example']]);
    const [delivery] = await deliveries();
    expect(headerOf(raw, 'Message-ID')).toBe(`<${delivery!['id'] as string}@kag-server>`);
    expect(headerOf(raw, 'Subject')).toMatch(/^Digest for /);
    expect(raw).toContain('text/plain');
    expect(raw).toContain('text/html');
    expect(raw.replace(/=\r\n/g, '')).toContain('https://kag.example/digest?date');
    expect(await run()).toMatchObject({ made: 0, sent: 0 });
  });

  it('is sent again with the same id where the server can’t take it now', async () => {
    await due();
    mail.refusals.push(451);
    expect(await run()).toMatchObject({ late: 1 });
    expect(await deliveries()).toMatchObject([{ status: 'waiting', last_error: expect.stringContaining('451') }]);
    ahead += 3_600_000;
    expect(await run()).toMatchObject({ sent: 1 });
    expect(new Set(mail.mails.map(({ raw }) => headerOf(raw, 'Message-ID'))).size).toBe(1);
  });

  it('is given up at once where the server refuses it', async () => {
    await due();
    mail.refusals.push(550);
    expect(await run()).toMatchObject({ failed: 1 });
    expect(await deliveries()).toMatchObject([{ status: 'failed', last_error: expect.stringContaining('550') }]);
  });

  it('is left at the deadline where the server hangs', async () => {
    await due();
    mail.hangs = true;
    const deadlines = holdDeadlines(server);
    const running = run();
    await until('the mail has come', () => mail.mails.length > 0);
    deadlines.pass();
    expect(await running).toMatchObject({ late: 1 });
    expect(await deliveries()).toMatchObject([{ status: 'waiting', last_error: 'no answer within 10 s' }]);
    mail.hangs = false;
  });

  it('is for one mailbox', async () => {
    for (const address of [
      'https://hooks.example',
      'ann@agency.example, bob@agency.example',
      'Ann <ann@agency.example>',
    ])
      await client.post('/digest/subscriptions', { ...MAIL, address }).expect(400);
    const { subscription } = await due();
    const path = `/digest/subscriptions/${subscription.id}`;
    await client.patch(path, { address: 'https://hooks.example' }).expect(400);
    const { body } = await client.patch(path, { address: 'bob@agency.example' }).expect(200);
    expect(body.subscription.target).toBe('bob@agency.example');
  });
});

it('needs a mail server', async () => {
  const without = await startTestApp({ env: { PUBLIC_URL: 'https://kag.example' }, db: server.db });
  const admin = await without.signIn();
  await project(admin, 'Another');
  const { body } = await admin.post('/digest/subscriptions', MAIL).expect(409);
  expect(body.detail).toContain('SMTP_URL');
  await without.close();
});

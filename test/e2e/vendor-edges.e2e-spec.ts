import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import type { ConnectorName } from '../../src/connectors/core/contract.js';
import { syncedApp } from '../support/synced-app.js';
import type { FaultRule } from '../../sandbox/sandbox.js';

type Json = any;

const REPOSITORY = 'acme/site';
const env = { CONNECTOR_HTTP_RETRY_BASE_MS: '1', GITHUB_REPOSITORIES: REPOSITORY };
const app = syncedApp(['attio', 'github'], env);

beforeAll(() => {
  // Vendors are asked again at once, however long they ask to wait.
  app.server.app.get(Clock).wait = () => Promise.resolve();
  app.sandbox.github.addRepository(REPOSITORY);
  for (let i = 0; i < 30; i++) app.sandbox.github.addIssue(REPOSITORY, { title: `Issue ${i}` });
});
beforeEach(() => void app.sandbox.attio.addDeal({ name: 'Renewal' }));

const sync = (name: ConnectorName) => app.admin.post(`/connectors/${name}/sync`).set('prefer', 'wait=55');
const stateOf = async (name: ConnectorName): Promise<Json> =>
  (await app.admin.get('/connectors/state')).body.connectors.find((one: Json) => one.connector === name);
const openErrors = async (): Promise<Json[]> =>
  (await app.admin.get('/connectors/errors')).body.errors.filter(({ status }: Json) => status !== 'resolved');
const idsOf = async (table: string, id: string): Promise<string[]> =>
  (
    await app.server.db.database.query<Record<string, string>>(
      `SELECT ${id} AS id FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL`,
      [app.projectId],
    )
  ).map((row) => String(row['id']));
const edit = (match: FaultRule['match'], change: (body: Json) => void) =>
  app.sandbox.faults.add({
    ...(match === undefined ? {} : { match }),
    kind: 'edit',
    edit: (reply) => change(reply.body),
  });
const issueIds = (): string[] => [...app.sandbox.github.list(REPOSITORY, 'issues').keys()];

describe('a wait that Attio asks for without end', () => {
  const inThreeDays = () => new Date(Date.now() + 3 * 86_400_000).toUTCString();
  it.each([
    ['as seconds', () => '999999999'],
    ['as milliseconds', () => '60000'],
    ['as a date of another age', () => 'Wed, 01 Jan 2098 00:00:00 GMT'],
    ['as a date three days ahead', inThreeDays],
  ])('%s ends within six hours, and at once by hand', async (_name, retryAfter) => {
    app.sandbox.faults.add({
      vendor: 'attio',
      kind: 'status',
      status: 429,
      body: 'Retry later\n',
      retryAfter: retryAfter(),
    });
    expect((await sync('attio')).body).toMatchObject({ details: { error_kind: 'rate_limited' } });
    const [error] = await openErrors();
    const [stored] = await app.server.db.database.query(
      `SELECT $1::timestamptz <= clock_timestamp() + interval '6 hours' AS retried,
         max(blocked_until) <= clock_timestamp() + interval '6 hours' AS let_through FROM connector_rate_budgets`,
      [error.next_retry_at],
    );
    expect(stored).toEqual({ retried: true, let_through: true });
    app.sandbox.faults.clear();
    expect((await sync('attio')).body.result).toMatchObject({ status: 'ok' });
  });
});

describe('a date that PostgreSQL refuses', () => {
  it('of an Attio task fails that task alone, and of a record that record', async () => {
    const { attio } = app.sandbox;
    const [task, deal] = [attio.addTask({ content: 'Do it' }), attio.addDeal({ name: 'Of no time' })];
    edit(/\/v2\/tasks/, ({ data }) => {
      for (const one of [data].flat()) if (one.id.task_id === task.id) one.deadline_at = '0000-12-31T00:00:00.000Z';
    });
    edit(/deals\/records/, ({ data }) => {
      for (const one of [data].flat()) if (one.id.record_id === deal.id) one.created_at = '0000-01-01T00:00:00Z';
    });
    expect((await sync('attio')).body.result).toMatchObject({ status: 'partial', errors: 2 });
    expect((await openErrors()).map(({ source_ref }) => source_ref).sort()).toEqual([
      `deals:${deal.id}`,
      `task:${task.id}`,
    ]);
    expect(await idsOf('attio_opportunities_raw', 'record_id')).toHaveLength(attio.snapshot().deals.length - 1);
    app.sandbox.faults.clear();
    expect((await sync('attio')).body.result).toMatchObject({ status: 'ok' });
    expect(await openErrors()).toEqual([]);
  });

  it('of a GitHub issue fails that issue alone', async () => {
    edit(/\/issues/, (body) => {
      for (const one of [body].flat()) if (one.number === 3) one.created_at = '0000-01-01T00:00:00Z';
    });
    expect((await sync('github')).body.result).toMatchObject({ status: 'partial', errors: 1 });
    expect((await openErrors()).map(({ source_ref }) => source_ref)).toEqual([`issue:${REPOSITORY}#3`]);
    expect(await idsOf('github_issues_raw', 'id')).toHaveLength(issueIds().length - 1);
  });
});

describe('GitHub', () => {
  it('that stumbles over neighbours fails them alone, at their place', async () => {
    const bad = new Set([10, 11, 12, 13]);
    app.sandbox.faults.add({
      match: /\/issues/,
      kind: 'edit',
      edit(reply) {
        if ([reply.body as Json].flat().some((one: Json) => bad.has(one.number)))
          Object.assign(reply, { status: 500, body: { message: 'Server Error' } });
      },
    });
    expect((await sync('github')).body.result).toMatchObject({ status: 'partial' });
    expect(await idsOf('github_issues_raw', 'id')).toHaveLength(issueIds().length - bad.size);
    const [error] = await openErrors();
    expect(error.source_ref).toMatch(/^list:issues:acme\/site/);
    app.sandbox.faults.clear();
    expect((await sync('github')).body.result).toMatchObject({ status: 'ok' });
    expect(await idsOf('github_issues_raw', 'id')).toHaveLength(issueIds().length);
  });

  it('that limits by 403 counts as limiting, and not as refusing the token', async () => {
    const counted = async (status: string) => {
      const { text } = await app.admin.get('/metrics');
      const line = new RegExp(`^kag_connector_requests_total\\{connector="github",status="${status}"\\} (\\d+)$`, 'm');
      return Number(line.exec(text)?.[1] ?? 0);
    };
    const refused = await counted('403');
    app.sandbox.faults.add({
      vendor: 'github',
      kind: 'status',
      status: 403,
      body: { message: 'You have exceeded a secondary rate limit.' },
    });
    expect((await sync('github')).body).toMatchObject({ details: { error_kind: 'rate_limited' } });
    expect(await counted('403')).toBe(refused);
    expect(await counted('429')).toBeGreaterThan(0);
    app.sandbox.faults.clear();
  });

  it('that shows the same page again and again is noticed', async () => {
    for (let i = 0; i < 80; i++) app.sandbox.github.addIssue(REPOSITORY, { title: `More ${i}` });
    let first: Json = null;
    app.sandbox.faults.add({
      match: /\/issues\?/,
      kind: 'edit',
      edit(reply) {
        first ??= structuredClone(reply);
        Object.assign(reply, structuredClone(first));
      },
    });
    const { body } = await sync('github');
    expect(JSON.stringify(body)).toContain('the list repeats itself');
  });

  it('that closes one list keeps the others fresh, and says what is lacking', async () => {
    await sync('github');
    app.sandbox.faults.add({
      match: /\/issues\/comments\?/,
      kind: 'status',
      status: 403,
      body: { message: 'Resource not accessible by personal access token' },
    });
    app.sandbox.github.addIssue(REPOSITORY, { title: 'News' });
    expect((await sync('github')).body.result).toMatchObject({ status: 'partial' });
    expect(await idsOf('github_issues_raw', 'id')).toHaveLength(issueIds().length);
    const { streams } = await stateOf('github');
    expect(streams.find(({ name }: Json) => name === 'comments')).toMatchObject({
      status: 'failed',
      error: { kind: 'auth', message: expect.stringContaining('Resource not accessible by personal access token') },
    });
  });

  it('that sees no such repository names the variable to look at', async () => {
    app.sandbox.faults.add({ vendor: 'github', kind: 'status', status: 404, body: { message: 'Not Found' } });
    const { body } = await sync('github');
    expect(body).toMatchObject({ details: { error_kind: 'config' } });
    expect(body.message).toContain('GITHUB_REPOSITORIES');
  });

  it('whose host shows a page for people is told in the words of the page', async () => {
    app.sandbox.faults.add({ vendor: 'github', kind: 'html' });
    const { body } = await sync('github');
    expect(body).toMatchObject({ details: { error_kind: 'bad_payload' } });
    expect(body.message).toContain('Please sign in to continue');
    expect(body.message).toContain('GITHUB_BASE_URL');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { ConnectorName } from '../../src/connectors/core/contract.js';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp(['chatwoot', 'linear', 'attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const FORBIDDEN = {
  status_code: 403,
  type: 'auth_error',
  code: 'unauthorized',
  message: 'Token is missing the scope task:read',
};

const sync = (name: ConnectorName) => app.admin.post(`/connectors/${name}/sync`).set('prefer', 'wait=55');
const stateOf = async (name: ConnectorName) =>
  (await app.admin.get('/connectors/state')).body.connectors.find(
    (one: { connector: string }) => one.connector === name,
  );
const streamOf = async (name: ConnectorName, stream: string) =>
  (await stateOf(name)).streams.find((one: { name: string }) => one.name === stream);
const openErrors = async () =>
  (await app.admin.get('/connectors/errors')).body.errors.filter(
    (one: { status: string }) => one.status !== 'resolved',
  );
const rows = async (table: string, where = 'true') =>
  (
    await app.server.db.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL AND ${where}`,
      [app.projectId],
    )
  )[0]?.n ?? 0;

describe('a token without one scope', () => {
  it('keeps out that list alone, and says which scope it lacks', async () => {
    app.sandbox.faults.add({ match: 'GET /v2/tasks', kind: 'status', status: 403, body: FORBIDDEN });
    const first = await sync('attio');
    expect(first.body.result).toMatchObject({ status: 'partial' });
    const { deals, notes, tasks } = app.sandbox.attio.snapshot();
    expect(await rows('attio_opportunities_raw')).toBe(deals.length);
    expect(await rows('attio_activities_raw', `kind = 'note'`)).toBe(notes.length);

    expect(await stateOf('attio')).toMatchObject({ status: 'partial', last_success_at: expect.any(String) });
    expect(await streamOf('attio', 'tasks')).toMatchObject({
      status: 'failed',
      records: 0,
      cursor_ts: null,
      last_success_at: null,
      error: { kind: 'auth', message: expect.stringContaining('task:read') },
    });
    expect(await streamOf('attio', 'deals')).toMatchObject({
      status: 'ok',
      records: deals.length,
      cursor_ts: expect.any(String),
      error: null,
    });
    expect(await openErrors()).toMatchObject([
      { connector: 'attio', operation: 'sync', source_ref: 'tasks', error_kind: 'auth', status: 'dead_letter' },
    ]);

    app.sandbox.attio.churn({ deals: 3, notes: 2, seed: 7 });
    expect((await sync('attio')).body.result).toMatchObject({ mode: 'incremental', status: 'partial' });
    expect(await rows('attio_opportunities_raw')).toBe(app.sandbox.attio.snapshot().deals.length);

    app.sandbox.faults.clear();
    expect((await sync('attio')).body.result).toMatchObject({ status: 'ok' });
    expect(await rows('attio_activities_raw', `kind = 'task'`)).toBe(tasks.length);
    expect(await streamOf('attio', 'tasks')).toMatchObject({ status: 'ok', records: tasks.length, error: null });
    expect(await openErrors()).toEqual([]);
  });

  it('is told by the diagnosis, with who cures it', async () => {
    app.sandbox.faults.add({ match: 'GET /v2/tasks', kind: 'status', status: 403, body: FORBIDDEN });
    await sync('attio');
    const { body } = await app.admin.get('/ops/diagnosis');
    const check = body.sections
      .flatMap((section: { checks: { id: string }[] }) => section.checks)
      .find(({ id }: { id: string }) => id === 'connector_streams');
    expect(check).toMatchObject({ status: 'fail', observed: expect.stringContaining('task:read') });
    expect(JSON.stringify(check.remedy)).toMatch(/right/);
  });
});

describe('a list that is closed later', () => {
  it('keeps its rows, holds no other, and catches up once it is open again', async () => {
    await sync('attio');
    const before = await rows('attio_opportunities_raw');
    app.sandbox.faults.add({
      match: 'POST /v2/objects/deals/records/query',
      kind: 'status',
      status: 403,
      body: { ...FORBIDDEN, message: 'missing scope' },
    });
    app.sandbox.attio.churn({ deals: 3, notes: 4, seed: 3 });
    expect((await sync('attio')).body.result).toMatchObject({ status: 'partial', deleted: 0 });
    expect(await rows('attio_opportunities_raw')).toBe(before);
    expect(await rows('attio_activities_raw', `kind = 'note'`)).toBe(app.sandbox.attio.snapshot().notes.length);
    expect(await streamOf('attio', 'deals')).toMatchObject({
      status: 'failed',
      last_success_at: expect.any(String),
      error: { kind: 'auth', message: expect.stringContaining('missing scope') },
    });
    app.sandbox.faults.clear();
    expect((await sync('attio')).body.result).toMatchObject({ status: 'ok' });
    expect(await rows('attio_opportunities_raw')).toBe(app.sandbox.attio.snapshot().deals.length);
  });

  it.each([
    ['chatwoot', 'contacts', { match: '/contacts?' }, 'cw_messages'],
    ['linear', 'comments', { match: 'graphql comments,' }, 'linear_issues_raw'],
  ] as const)('of %s (%s) too', async (name, stream, rule, table) => {
    app.sandbox.faults.add({ ...rule, vendor: name, kind: 'status', status: 403 });
    expect((await sync(name)).body.result).toMatchObject({ status: 'partial' });
    expect(await rows(table)).toBeGreaterThan(0);
    expect(await streamOf(name, stream)).toMatchObject({ status: 'failed', error: { kind: 'auth' } });
    app.sandbox.faults.clear();
    expect((await sync(name)).body.result).toMatchObject({ status: 'ok' });
    expect(await streamOf(name, stream)).toMatchObject({ status: 'ok', cursor_ts: expect.any(String) });
  });
});

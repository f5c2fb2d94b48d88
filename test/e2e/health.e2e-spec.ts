import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Readiness } from '../../src/health/index.js';
import type { Client } from '../support/client.js';
import { cutOff, type CutOff } from '../support/cut-off.js';
import { holdDeadlines, type HeldDeadlines } from '../support/held-deadlines.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';

const UP = { status: 'up' };

let db: TestDatabase;
let between: CutOff;
let server: TestApp;
let visitor: Client;

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 2 });
  between = await cutOff(db.url);
  server = await startTestApp({ db: { ...db, url: between.url } });
  visitor = server.visitor();
});
afterAll(async () => {
  await server.close();
  await between.close();
  await db.close();
});

const ready = () => visitor.get('/health/ready');
/** What hangs is held until its deadline passes, which is now. */
async function answerOf(path: string, deadlines: HeldDeadlines) {
  let answered = false;
  const answer = visitor.get(path).then((response) => {
    answered = true;
    return response;
  });
  await until('it has answered', () => {
    deadlines.pass();
    return answered;
  });
  return answer;
}
const isReady = () => until('it is ready again', async () => (await ready()).status === 200);

describe('a healthy server', () => {
  it('is live', async () => {
    const { status, body, headers } = await visitor.get('/health/live');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      ok: true,
      status: 'ok',
      info: { process: UP },
      error: {},
      details: { process: UP },
      request_id: headers['x-request-id'],
    });
  });

  it('is ready', async () => {
    const { status, body, headers } = await ready();
    const parts = { process: UP, database: UP, migrations: UP };
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      ok: true,
      status: 'ok',
      info: parts,
      error: {},
      details: parts,
      request_id: headers['x-request-id'],
    });
  });

  it('tells how the work goes', async () => {
    const { status, body } = await visitor.get('/v1/health');
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['ok', 'status', 'info', 'error', 'details', 'request_id']);
    expect(body.details).toEqual({
      process: UP,
      database: UP,
      migrations: UP,
      queue: { ...UP, queued: 0, running: 0 },
      embeddings: { ...UP, pending: 0, failed: 0 },
      connectors: { ...UP, failed: 0, stale: 0, lag_seconds: 0 },
    });
  });

  it('answers probes without anybody signed in, and does not look for a session', async () => {
    for (const path of ['/health', '/health/live', '/health/ready']) {
      const answer = await visitor.get(path).set('cookie', 'sid=s%3Anonsense.nonsense');
      expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined]);
    }
  });
});

describe('a server that is not ready', () => {
  it('has a migration pending: 503 that names it, and ready again once it ran', async () => {
    const { database } = server.db;
    const [row] = await database.query<{ id: number; timestamp: string; name: string }>(
      'DELETE FROM schema_migrations WHERE id = (SELECT max(id) FROM schema_migrations) RETURNING *',
    );
    try {
      for (const path of ['/health/ready', '/health']) {
        const { status, body, headers } = await visitor.get(path);
        expect(status).toBe(503);
        expect(headers['content-type']).toMatch(/^application\/json/);
        expect(body).toMatchObject({ ok: false, status: 'error', request_id: headers['x-request-id'] });
        expect(body.error).toEqual({ migrations: { status: 'down', message: expect.stringContaining(row!.name) } });
        expect(body.details).toMatchObject({ process: UP, database: UP, migrations: { status: 'down' } });
      }
      expect((await visitor.get('/health/live')).status).toBe(200);
    } finally {
      await database.run('INSERT INTO schema_migrations (id, timestamp, name) VALUES ($1, $2, $3)', [
        row!.id,
        row!.timestamp,
        row!.name,
      ]);
    }
    await isReady();
  });

  it('lacks what its queue needs: 503 that says so, and ready again once that is there', async () => {
    const { database } = server.db;
    const [row] = await database.query<{ version: number }>('SELECT version FROM pgboss.version');
    await database.run('UPDATE pgboss.version SET version = 1');
    try {
      const { status, body } = await ready();
      expect([status, body.error.migrations.message]).toEqual([
        503,
        `not at head: run npm run migrate (the tables of the queue from version 1 to ${row?.version})`,
      ]);
    } finally {
      await database.run('UPDATE pgboss.version SET version = $1', [row?.version]);
    }
    await isReady();
  });

  it('has lost what tells how the work goes, which is no reason for a 503', async () => {
    const { database } = server.db;
    await database.run('ALTER TABLE connector_sync_state RENAME TO elsewhere');
    try {
      const { status, body } = await visitor.get('/health');
      expect([status, body.ok, body.status]).toEqual([200, true, 'ok']);
      expect(body.details.connectors).toEqual({ ...UP, message: expect.stringContaining('connector_sync_state') });
      expect(body.details.queue).toEqual({ ...UP, queued: 0, running: 0 });
    } finally {
      await database.run('ALTER TABLE elsewhere RENAME TO connector_sync_state');
    }
  });

  describe('without its database', () => {
    afterEach(async () => {
      between.restore();
      await isReady();
    });

    it.each(['refuse', 'hang'] as const)('(it %ss): 503 within about 1 s, and live all the same', async (how) => {
      await ready();
      const deadlines = holdDeadlines(server);
      between.cut(how);
      for (const path of ['/health/ready', '/health']) {
        // What refuses has answered: no deadline has to pass.
        const { status, body } = await (how === 'refuse' ? visitor.get(path) : answerOf(path, deadlines));
        expect(status).toBe(503);
        expect(body).toMatchObject({ ok: false, status: 'error', error: { database: { status: 'down' } } });
        expect(body.error.database.message).toEqual(expect.stringMatching(/\S/));
        expect(JSON.stringify(body)).not.toContain('postgres:postgres');
        for (const part of path === '/health' && how === 'refuse' ? ['queue', 'embeddings', 'connectors'] : [])
          expect([part, body.details[part].status]).toEqual([part, 'down']);
        // What hangs still does: the deadline has answered.
        if (how === 'hang') expect(body.error.database.message).toBe('no answer within 1000 ms');
      }
      const live = await visitor.get('/health/live');
      expect([live.status, live.body.ok]).toEqual([200, true]);
      const answer = await visitor.get('/projects').set('cookie', 'sid=s%3Anonsense.nonsense');
      expect([401, 503]).toContain(answer.status);
    });
  });
});

describe('a worker', () => {
  let worker: TestApp;
  beforeAll(async () => {
    worker = await startTestApp({ env: { ROLE: 'worker', DISPATCH_INTERVAL_SECONDS: '3600' }, db });
  });
  afterAll(() => worker.close());

  it.each(['/health', '/health/live', '/health/ready', '/metrics', '/v1/health/ready', '/v1/metrics'])(
    'serves %s',
    async (path) => expect((await worker.visitor().get(path)).status).toBe(200),
  );

  it.each([
    '/',
    '/v1',
    '/docs',
    '/docs/swagger-ui.css',
    '/inbox',
    '/ops',
    '/openapi.json',
    '/auth/me',
    '/projects',
    '/jobs/status',
    '/healthy',
    '/metricsx',
    '/metrics/../projects',
  ])('has no %s', async (path) => {
    const { status, body, headers } = await worker.visitor().get(path);
    expect([status, body.error]).toEqual([404, 'not_found']);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(body.request_id).toBe(headers['x-request-id']);
  });

  it('lets nobody sign in', async () => {
    const answer = await worker.visitor().post('/auth/login', { username: 'admin', password: 'correct-horse-battery' });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([404, undefined]);
  });

  it('is not ready from the moment it is told to stop, and live up to its end', async () => {
    worker.app.get(Readiness).stopping();
    const { status, body } = await worker.visitor().get('/health/ready');
    expect(status).toBe(503);
    expect(body.error).toEqual({ process: { status: 'down', message: 'stopping' } });
    expect((await worker.visitor().get('/health')).status).toBe(503);
    expect((await worker.visitor().get('/health/live')).status).toBe(200);
  });
});

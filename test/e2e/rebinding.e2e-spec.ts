import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LeavingStatesRepository } from '../../src/connectors/core/leaving-states.repository.js';
import { SourceTurns } from '../../src/connectors/core/source-turns.js';
import { SyncStateRepository } from '../../src/connectors/core/sync-state.repository.js';
import { RemovalKeeper } from '../../src/removal/index.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { rowsOf, storeChatwoot, storeError } from '../support/stored-project.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

const ENV = { CHATWOOT_BASE_URL: 'http://127.0.0.1:9', CHATWOOT_API_TOKEN: 't', CHATWOOT_ACCOUNT_ID: '1' };
const OTHER = { external_id: '2', credentials: { api_token: 'token-of-account-2' } };

/** Without a worker: what is to be done in the background waits until one is started. */
let server: TestApp;
let admin: Client;
let id: string;

beforeAll(async () => {
  server = await startTestApp({ env: ENV });
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  id = await project(admin);
  await admin.post(`/projects/${id}/select`);
  await storeChatwoot(server.db.database, id, '1');
  await storeError(server.db.database, id);
});

const bind = (body: object) => admin.put(`/projects/${id}/sources/chatwoot`, body);
const leaving = () => server.app.get(LeavingStatesRepository).of(id);

const aWorker = (env: object = {}) =>
  startTestApp({
    db: server.db,
    env: { ...ENV, ROLE: 'worker', DISPATCH_INTERVAL_SECONDS: '3600', CONNECTOR_HTTP_RETRY_BASE_MS: '1', ...env },
  });

/** Lets workers do all that waits in the project. */
async function work(count = 1): Promise<void> {
  const workers = [];
  while (workers.length < count) workers.push(await aWorker());
  await until('nothing is leaving', async () => (await leaving()).length === 0);
  await until('no run is open', async () => {
    const open = await server.db.database.query(
      `SELECT FROM job_runs WHERE project_id = $1 AND status IN ('queued', 'running')`,
      [id],
    );
    return open.length === 0;
  });
  for (const worker of workers) await worker.close();
}

describe('a project that is bound to another account', () => {
  it('tells nothing of the first one from then on, and has nothing of it in the end', async () => {
    expect((await admin.get('/messages')).body.messages).toHaveLength(1);
    expect((await bind(OTHER)).status).toBe(200);
    for (const path of [
      '/messages',
      '/conversations',
      '/kag/events',
      '/kag/evidence?refs=cw_messages:cwmsg:1:93',
      '/kag/signals',
      '/kag/v2/recommendations',
      '/connectors/errors',
    ]) {
      const answer = await admin.get(path);
      expect([path, answer.status, answer.body.error]).toEqual([path, 503, 'data_leaving']);
      expect(answer.headers['retry-after']).toBe('5');
    }
    expect((await admin.post('/search', { query: 'invoice' })).body.error).toBe('data_leaving');
    expect((await admin.get('/jobs/runs?job_type=sources_clearing')).body.runs).toMatchObject([{ status: 'queued' }]);
    expect((await admin.get('/connectors/state')).status).toBe(200);

    await work();
    const left = await rowsOf(server.db.database, id);
    for (const table of ['cw_conversations', 'cw_messages', 'rag_chunks', 'past_case_outcomes'])
      expect([table, left[table]]).toEqual([table, undefined]);
    const payloads = await server.db.database.query(
      `SELECT FROM connector_errors WHERE project_id = $1 AND payload_json::text LIKE '%first client%'`,
      [id],
    );
    expect(payloads).toEqual([]);
    const events = await server.db.database.query(
      `SELECT FROM kag_event_log WHERE project_id = $1 AND source = 'chatwoot'`,
      [id],
    );
    expect(events).toEqual([]);
    expect((await admin.get('/messages')).body.messages).toEqual([]);
    const [run] = (await admin.get('/jobs/runs?job_type=sources_clearing')).body.runs;
    expect(run).toMatchObject({ status: 'succeeded', result: { removed: { chatwoot: 4 } } });
  });

  it('keeps what is of its other sources', async () => {
    await server.db.database.run(
      `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at)
       VALUES ($1, 'note', 'n', 0, 'A note', 'h', rag_tsv('A note'), now())`,
      [id],
    );
    await bind(OTHER);
    await work();
    expect((await rowsOf(server.db.database, id))['rag_chunks']).toBe(1);
  });

  it('does not let a sync of the first one write any more', async () => {
    const states = server.app.get(SyncStateRepository);
    const run = '00000000-0000-4000-8000-000000000001';
    const first = { external_id: '1', filter: {}, token: 'environment' as const };
    expect(await states.claim(id, 'chatwoot', run, first)).not.toBeNull();
    await bind(OTHER);
    const { database } = server.db;
    await expect(database.transaction((tx) => states.hold(tx, id, 'chatwoot', run))).rejects.toThrow();
    expect(await states.claim(id, 'chatwoot', run, first)).toBeNull();
    await expect(states.assertReadable(id, 'chatwoot', first)).rejects.toMatchObject({ code: 'data_leaving' });
    await work();
    expect(await states.claim(id, 'chatwoot', run, first)).toBeNull();
    await expect(states.assertReadable(id, 'chatwoot', first)).rejects.toThrow('another source');
  });

  it('is cleared by a later run where the first one was lost', async () => {
    await bind(OTHER);
    await server.db.database.run(`UPDATE job_runs SET status = 'failed', finished_at = now() WHERE project_id = $1`, [
      id,
    ]);
    await server.app.get(RemovalKeeper).look();
    await work();
    expect((await rowsOf(server.db.database, id))['cw_messages']).toBeUndefined();
  });
});

describe('two workers', () => {
  it('remove what leaves once, though both are asked to', async () => {
    await server.db.database.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key)
       SELECT $1, 'message_sent', now(), 'client', 'chatwoot', n::text FROM generate_series(1, 3000) AS n`,
      [id],
    );
    await bind(OTHER);
    const keeper = server.app.get(RemovalKeeper);
    await Promise.all([keeper.look(), keeper.look()]);
    await work(2);
    const { runs } = (await admin.get('/jobs/runs?job_type=sources_clearing')).body;
    expect(runs.map((run: { status: string }) => run.status)).toEqual(['succeeded']);
    expect(runs[0].result.removed).toEqual({ chatwoot: 3004 });
  });
});

describe('a filter', () => {
  it('that is narrower lets go what is outside of it, and keeps the rest', async () => {
    await storeChatwoot(server.db.database, id, '1', 4);
    await bind({ external_id: null, filter: { inbox_ids: [4] } });
    expect((await admin.get('/messages')).status).toBe(503);
    await work();
    const { messages } = (await admin.get('/messages')).body;
    expect(messages.map((one: { message_global_id: string }) => one.message_global_id)).toEqual(['cwmsg:1:94']);
    const { events } = (await admin.get('/kag/events?source=chatwoot')).body;
    expect(events).toHaveLength(1);
    expect((await rowsOf(server.db.database, id))['rag_chunks']).toBe(1);
  });

  it('that is wider has the source read again, and hides nothing', async () => {
    await server.db.database.run(
      `UPDATE connector_sync_state SET source = '{"external_id": "1", "filter": {"inbox_ids": [3]}, "token": "environment"}'
       WHERE project_id = $1`,
      [id],
    );
    await bind({ external_id: null, filter: { inbox_ids: [3, 4] } });
    expect((await admin.get('/messages')).body.messages).toHaveLength(1);
    expect((await admin.get('/connectors/state')).body.connectors[0]).toMatchObject({ cursor_ts: null });
  });
});

describe('a source that is removed', () => {
  it('takes with it what was read from it, where the environment reads another account', async () => {
    await server.db.database.run(`UPDATE connector_sync_state SET source = NULL WHERE project_id = $1`, [id]);
    await bind({ external_id: '2', credentials: { api_token: 'x' } });
    await work();
    await storeChatwoot(server.db.database, id, '2');
    expect((await admin.delete(`/projects/${id}/sources/chatwoot`)).status).toBe(200);
    expect(await leaving()).toHaveLength(1);
    await work();
    expect((await rowsOf(server.db.database, id))['cw_messages']).toBeUndefined();
  });
});

describe('the environment', () => {
  it('that names another account has what was read from the former one removed', async () => {
    const other = await aWorker({ CHATWOOT_ACCOUNT_ID: '3' });
    await until('the former account is gone', async () => {
      const rows = await rowsOf(server.db.database, id);
      return rows['cw_messages'] === undefined && (await leaving()).length === 0;
    });
    await other.close();
  });

  it('that lacks a variable has nothing removed', async () => {
    const poor = await aWorker({ CHATWOOT_API_TOKEN: undefined });
    await poor.app.get(SourceTurns).settleAll();
    expect(await leaving()).toEqual([]);
    expect((await rowsOf(server.db.database, id))['cw_messages']).toBe(1);
    await poor.close();
  });
});

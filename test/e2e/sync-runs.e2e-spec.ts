import { describe, expect, it } from '@jest/globals';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp(['chatwoot', 'attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const post = (path: string, body: object = {}) => app.admin.post(path, body).set('prefer', 'wait=55');
const runs = async (query = '') => (await app.admin.get(`/connectors/runs${query}`)).body;
const stored = async () =>
  app.server.db.database.query(
    `SELECT (SELECT count(*)::int FROM cw_messages WHERE project_id = $1) AS messages,
       (SELECT count(*)::int FROM kag_event_log WHERE project_id = $1 AND source = 'chatwoot') AS events,
       (SELECT count(*)::int FROM rag_chunks WHERE project_id = $1) AS chunks,
       (SELECT count(*)::int FROM connector_streams WHERE project_id = $1) AS streams`,
    [app.projectId],
  );

describe('the history of syncs', () => {
  it('tells of each what it did, list by list, newest first and page by page', async () => {
    await post('/connectors/chatwoot/sync');
    await post('/connectors/attio/sync');
    app.sandbox.faults.add({ match: '/api/v1', kind: 'status', status: 401 });
    await post('/connectors/chatwoot/sync');
    app.sandbox.faults.clear();
    const { runs: all } = await runs();
    expect(all).toMatchObject([
      { connector: 'chatwoot', status: 'failed', outcome: null, streams: [], error: { code: 'vendor_failed' } },
      { connector: 'attio', status: 'succeeded', outcome: 'ok', mode: 'full', requests: expect.any(Number) },
      { connector: 'chatwoot', status: 'succeeded', outcome: 'ok', mode: 'full', duration_ms: expect.any(Number) },
    ]);
    expect(all[2].streams).toMatchObject([
      { name: 'conversations', status: 'ok', upserted: expect.any(Number), error: null },
      { name: 'contacts', status: 'ok' },
      { name: 'inboxes', status: 'ok' },
    ]);
    expect((await runs('?connector=attio')).runs).toEqual([all[1]]);
    const first = await runs('?limit=2');
    expect(first.runs).toEqual(all.slice(0, 2));
    expect((await runs(`?limit=2&cursor=${first.next_cursor}`)).runs).toEqual(all.slice(2));
  });
});

describe('a preview', () => {
  it('says what a sync would write, and writes nothing', async () => {
    const before = await stored();
    const first = (await post('/connectors/chatwoot/sync?preview=true')).body.result;
    expect(first).toMatchObject({ preview: true, mode: 'full', status: 'ok', deleted: 0 });
    expect(await stored()).toEqual(before);
    expect((await app.admin.get('/connectors/state')).body.connectors[0]).toMatchObject({ status: 'idle' });
    const done = (await post('/connectors/chatwoot/sync')).body.result;
    expect(done).toMatchObject({ upserted: first.upserted, fetched: first.fetched });

    const { conversations } = app.sandbox.world.snapshot();
    const changed = conversations[0]!;
    app.sandbox.world.addMessage({ conversationId: changed.id, content: 'One more question before we begin' });
    const kept = await stored();
    const second = (await post('/connectors/chatwoot/sync?preview=true')).body.result;
    expect(second).toMatchObject({ preview: true, mode: 'incremental', events: 1 });
    expect(second.streams[0].samples).toContainEqual({
      change: 'added',
      table: 'cw_messages',
      id: expect.any(String),
      columns: [],
    });
    expect(second.streams[0].samples).toContainEqual(
      expect.objectContaining({ change: 'changed', table: 'cw_conversations', id: `cw:1:${changed.id}` }),
    );
    expect(await stored()).toEqual(kept);
  });

  it.each(['yes', '1'])('refuses %j', async (preview) => {
    expect((await post(`/connectors/chatwoot/sync?preview=${preview}`)).body).toMatchObject({
      details: [{ path: 'preview' }],
    });
  });
});

describe('reading again', () => {
  it('takes a list from its beginning', async () => {
    await post('/connectors/chatwoot/sync');
    // Lost here, and unchanged there: no later sync would look at it.
    await app.server.db.database.run(`DELETE FROM cw_contacts WHERE project_id = $1`, [app.projectId]);
    const { contacts } = app.sandbox.world.snapshot();
    const answer = await post('/connectors/chatwoot/reread', { stream: 'contacts' });
    expect(answer.body.result).toMatchObject({ connector: 'chatwoot', sync: { status: 'ok' } });
    const [row] = await app.server.db.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM cw_contacts WHERE project_id = $1',
      [app.projectId],
    );
    expect(row?.n).toBeGreaterThanOrEqual(contacts.filter(({ email }) => email !== null).length);
  });

  it('takes records by their refs, and says which of them it could not read', async () => {
    await post('/connectors/chatwoot/sync');
    const id = app.sandbox.world.snapshot().conversations[0]!.id;
    await app.server.db.database.run(
      'DELETE FROM cw_conversations WHERE project_id = $1 AND conversation_global_id = $2',
      [app.projectId, `cw:1:${id}`],
    );
    const answer = await post('/connectors/chatwoot/reread', { refs: [`conversation:${id}`, 'planet:9'] });
    expect(answer.body.result).toEqual({ connector: 'chatwoot', read: 1, failed: ['planet:9'], sync: null });
    expect(
      await app.server.db.database.query(
        'SELECT 1 FROM cw_conversations WHERE project_id = $1 AND conversation_global_id = $2',
        [app.projectId, `cw:1:${id}`],
      ),
    ).toHaveLength(1);
  });

  it.each([
    [{}, 'stream'],
    [{ stream: 'planets' }, 'stream'],
    [{ stream: 'contacts', refs: ['contact:1'] }, 'stream'],
    [{ refs: [] }, 'refs'],
    [{ refs: [7] }, 'refs'],
  ])('refuses %j', async (body, path) => {
    const answer = await post('/connectors/chatwoot/reread', body);
    expect(answer.status).toBe(400);
    expect(answer.body.details).toMatchObject([{ path }]);
  });
});

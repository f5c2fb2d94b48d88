import { describe, expect, it } from '@jest/globals';
import { sourceDifferences } from '../../scenarios/source-differences.js';
import { API_TOKENS, syncedApp } from '../support/synced-app.js';

const app = syncedApp(['chatwoot'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const sync = async () => {
  const answer = await app.admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
  return { status: answer.status, body: answer.body, result: answer.body.result as Record<string, number | string> };
};
const differences = () =>
  sourceDifferences(
    (text, parameters) => app.server.db.database.query(text, parameters),
    app.projectId,
    app.sandbox.world.snapshot(),
  );
const state = async () => (await app.admin.get('/connectors/state')).body.connectors[0];
const errors = async (query = '') =>
  (await app.admin.get(`/connectors/errors${query}`)).body.errors as Record<string, unknown>[];

describe('a first sync', () => {
  it('brings everything over once, and a second one finds nothing to write', async () => {
    const first = await sync();
    expect(first.result).toMatchObject({ connector: 'chatwoot', mode: 'full', status: 'ok', errors: 0 });
    expect(await differences()).toEqual([]);
    expect(await state()).toMatchObject({
      status: 'ok',
      mode: 'full',
      page_cursor: null,
      retry_count: 0,
      last_error: null,
      stale: false,
    });

    app.sandbox.requests.reset();
    const second = await sync();
    expect(second.result).toMatchObject({ mode: 'incremental', upserted: 0, deleted: 0, events: 0, chunks: 0 });
    expect(app.sandbox.requests.total).toBeLessThanOrEqual(10);
    expect(second.result['requests']).toBe(app.sandbox.requests.total);
  });

  it('is followed by what changes: new messages, edits and deletions', async () => {
    await sync();
    app.sandbox.world.churn({ messages: 60, edits: 12, deletions: 6, seed: 4 });
    await sync();
    expect(await differences()).toEqual([]);
  });

  it('is found by search once its chunks are embedded, with a link to the source', async () => {
    await sync();
    expect((await app.admin.post('/jobs/embeddings/run').set('prefer', 'wait=55')).body.result).toMatchObject({
      remaining: 0,
      failed: 0,
    });
    const { body } = await app.admin.post('/search', { query: 'invoice', topK: 5 });
    expect(body.results.length).toBeGreaterThan(0);
    expect(body.results[0].source_url).toContain('/conversations/');
    const status = await app.admin.get('/jobs/status');
    expect(status.body.entities.messages).toBe(
      app.sandbox.world.snapshot().messages.filter((message) => message.content_attributes['deleted'] !== true).length,
    );
    expect(status.body.rag_counts).toMatchObject({ pending: 0, processing: 0, failed: 0 });
  });
});

describe('a vendor that fails', () => {
  it.each([
    ['answers 500', { match: '/conversations', kind: 'status', status: 500 }, 'vendor_error', 'pending'],
    ['answers 429', { match: '/conversations', kind: 'rate_limit' }, 'rate_limited', 'pending'],
    ['answers cut JSON', { match: '/conversations', kind: 'cut_json' }, 'bad_payload', 'pending'],
    ['drops the connection', { match: '/conversations', kind: 'drop' }, 'network', 'pending'],
    ['never answers', { match: '/conversations', kind: 'hang' }, 'timeout', 'pending'],
    ['refuses the token', { match: '/conversations', kind: 'status', status: 401 }, 'auth', 'dead_letter'],
  ] as const)('%s: the right kind, state and message, and recovery by itself', async (_name, rule, kind, status) => {
    app.sandbox.faults.add({ ...rule, hit: () => rule.kind === 'hang' && app.deadlines.pass() });
    const failed = await sync();
    expect(failed.status).toBe(502);
    expect(failed.body).toMatchObject({ error: 'vendor_failed', details: { connector: 'chatwoot', error_kind: kind } });
    expect(await state()).toMatchObject({ status: 'failed', retry_count: 1, last_success_at: null });
    expect((await state()).last_error).toContain(kind);
    const [error] = await errors();
    expect(error).toMatchObject({ connector: 'chatwoot', operation: 'sync', error_kind: kind, status, attempt: 1 });
    expect(JSON.stringify(error)).not.toContain(API_TOKENS.chatwoot);

    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
    await sync();
    expect(await errors()).toHaveLength(1);
    expect(await errors()).toMatchObject([{ attempt: 2 }]);

    app.sandbox.faults.clear();
    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
    expect((await sync()).result).toMatchObject({ status: 'ok' });
    expect(await errors('?status=resolved')).toMatchObject([{ error_kind: kind }]);
    expect(await state()).toMatchObject({ status: 'ok', retry_count: 0, last_error: null });
    expect(await differences()).toEqual([]);
  });

  it('only now and then is not even noticed', async () => {
    app.sandbox.faults.add({ match: '/api/v1', kind: 'status', status: 503, every: 5 });
    app.sandbox.faults.add({ match: '/api/v1', kind: 'drop', every: 7 });
    expect((await sync()).result).toMatchObject({ status: 'ok', errors: 0 });
    expect(await differences()).toEqual([]);
  });

  it('repeats and reorders rows, which changes nothing', async () => {
    app.sandbox.faults.add({ match: '/messages', kind: 'repeat_rows' });
    app.sandbox.faults.add({ match: '/conversations?', kind: 'reorder_rows' });
    await sync();
    app.sandbox.faults.clear();
    expect(await differences()).toEqual([]);
  });

  it('shows a record that cannot be read: it is queued by itself, the rest arrives, and it is healed later', async () => {
    app.sandbox.faults.add({ match: '/messages', kind: 'bad_shape', times: 1 });
    expect((await sync()).result).toMatchObject({ status: 'partial', errors: 1 });
    expect(await errors()).toMatchObject([{ operation: 'record', error_kind: 'bad_payload', status: 'pending' }]);
    expect(await differences()).toHaveLength(await missingWithOneMessage());
    await app.server.db.database.run('UPDATE connector_errors SET next_retry_at = now()');
    expect((await sync()).result).toMatchObject({ status: 'ok', errors: 0 });
    expect(await errors('?status=resolved')).toHaveLength(1);
    expect(await differences()).toEqual([]);
  });
});

/** Differences that one unread message makes: it is missing, it has no event, and it may be missing from search. */
async function missingWithOneMessage(): Promise<number> {
  const [found] = await errors();
  const id = String(found?.['source_ref']).split('/').at(-1);
  const message = app.sandbox.world.snapshot().messages.find((one) => String(one.id) === id);
  if (!message) throw new Error(`no message for ${JSON.stringify(found)}`);
  const spoken = !message.private && message.message_type !== 2 && message.content_attributes['deleted'] !== true;
  return 1 + (spoken ? 1 : 0) + (spoken && (message.content ?? '').length >= 30 ? 1 : 0);
}

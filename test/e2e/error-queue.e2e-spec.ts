import { describe, expect, it } from '@jest/globals';
import { sourceDifferences } from '../../scenarios/source-differences.js';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp(['chatwoot'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const post = (path: string, body: object = {}) => app.admin.post(path, body).set('prefer', 'wait=55');
const errors = async () =>
  (await app.admin.get('/connectors/errors')).body.errors as {
    id: string;
    attempt: number;
    status: string;
    next_retry_at: string | null;
    updated_at: string;
  }[];
const elapse = () =>
  app.server.db.database.run(
    `UPDATE connector_errors SET next_retry_at = now() - interval '1 second' WHERE next_retry_at IS NOT NULL`,
  );
const differences = () =>
  sourceDifferences(
    (text, parameters) => app.server.db.database.query(text, parameters),
    app.projectId,
    app.sandbox.world.snapshot(),
  );
const outage = () => app.sandbox.faults.add({ match: '/api/v1', kind: 'status', status: 503 });

describe('the error queue', () => {
  it('climbs from pending over retrying to a dead letter at the specified times, and is healed on demand', async () => {
    const repair = outage();
    await post('/connectors/chatwoot/sync');
    for (let attempt = 1; attempt <= 5; attempt++) {
      const [error] = await errors();
      expect(error).toMatchObject({
        attempt,
        status: attempt === 1 ? 'pending' : attempt === 5 ? 'dead_letter' : 'retrying',
      });
      if (attempt === 5) {
        expect(error!.next_retry_at).toBeNull();
        break;
      }
      const seconds = (Date.parse(error!.next_retry_at!) - Date.parse(error!.updated_at)) / 1000;
      const base = 30 * 2 ** (attempt - 1);
      expect(seconds).toBeGreaterThanOrEqual(base * 0.9 - 0.01);
      expect(seconds).toBeLessThanOrEqual(base * 1.1 + 0.01);
      // Not due yet: a retry finds nothing to do.
      expect((await post('/connectors/errors/retry')).body.result).toMatchObject({ due: 0 });
      await elapse();
      expect((await post('/connectors/errors/retry')).body.result).toMatchObject({ due: 1, succeeded: 0, failed: 1 });
    }
    repair();
    expect((await post('/connectors/errors/retry')).body.result).toMatchObject({ due: 0 });
    expect((await post('/connectors/errors/retry', { include_dead_letter: true })).body.result).toMatchObject({
      due: 1,
      succeeded: 1,
      failed: 0,
      retried: [{ connector: 'chatwoot', operation: 'sync', status: 'resolved' }],
    });
    expect(await differences()).toEqual([]);
  });

  it('tries single errors by id, due or not', async () => {
    const repair = outage();
    await post('/connectors/chatwoot/sync');
    repair();
    const [error] = await errors();
    expect(
      (await post('/connectors/errors/retry', { ids: ['3b241101-e2bb-4255-8caf-4136c566a962'] })).body.result,
    ).toMatchObject({ due: 0 });
    expect((await post('/connectors/errors/retry', { ids: [error!.id] })).body.result).toMatchObject({
      due: 1,
      succeeded: 1,
    });
  });

  it('has an error closed by a person, tells who, and takes the same fault for a new one', async () => {
    const repair = outage();
    await post('/connectors/chatwoot/sync');
    const [error] = await errors();
    const resolved = await app.admin.post(`/connectors/errors/${error!.id}/resolve`);
    expect(resolved.body.error).toMatchObject({ id: error!.id, status: 'resolved', next_retry_at: null });
    expect(resolved.body.error).not.toHaveProperty('project_id');
    const again = await app.admin.post(`/connectors/errors/${error!.id}/resolve`);
    expect(again.body.error).toEqual(resolved.body.error);
    const { events } = (await app.admin.get('/audit?action=connector_error.resolved')).body;
    expect(events[0]).toMatchObject({ entity_id: error!.id, after: { connector: 'chatwoot' } });
    await post('/connectors/chatwoot/sync');
    expect(await errors()).toMatchObject([
      { status: 'pending', attempt: 1 },
      { id: error!.id, status: 'resolved' },
    ]);
    repair();
    expect((await app.admin.post('/connectors/errors/3b241101-e2bb-4255-8caf-4136c566a962/resolve')).status).toBe(404);
    expect((await app.admin.post('/connectors/errors/1/resolve')).status).toBe(400);
  });

  it('keeps the schedule from repeating a failed sync before its time, but not a person', async () => {
    const repair = outage();
    await post('/connectors/chatwoot/sync');
    repair();
    await app.admin.post('/jobs/scheduler/tick');
    const scheduled = async () =>
      (
        (await app.admin.get('/jobs/runs?job_type=connectors_sync_cycle')).body.runs as {
          trigger: string;
          status: string;
          result: unknown;
        }[]
      )[0];
    for (let run = await scheduled(); run?.status !== 'succeeded'; run = await scheduled())
      expect(['queued', 'running', undefined]).toContain(run?.status);
    expect(await scheduled()).toMatchObject({
      trigger: 'schedule',
      result: { connectors: { chatwoot: { status: 'backing_off' } } },
    });
    expect((await post('/connectors/sync')).body.result.connectors).toMatchObject({ chatwoot: { status: 'ok' } });
  });

  it('frees a sync that is marked running although its worker died', async () => {
    await post('/connectors/chatwoot/sync');
    await app.server.db.database.run(
      `UPDATE connector_sync_state SET status = 'running', run_id = gen_random_uuid(), updated_at = now() - interval '16 minutes' WHERE project_id = $1`,
      [app.projectId],
    );
    const state = async () => (await app.admin.get('/connectors/state')).body.connectors[0];
    expect(await state()).toMatchObject({ status: 'running', stale: true });
    await post('/connectors/errors/retry');
    expect(await state()).toMatchObject({ status: 'failed', stale: false });
    expect((await post('/connectors/chatwoot/sync')).body.result).toMatchObject({ status: 'ok' });
    expect(await state()).toMatchObject({ status: 'ok', last_error: null });
  });

  it.each([
    [{ limit: 0 }, 'limit'],
    [{ limit: 1001 }, 'limit'],
    [{ ids: ['x'] }, 'ids'],
    [{ ids: [] }, 'ids'],
    [{ include_dead_letter: 'yes' }, 'include_dead_letter'],
    [{ other: 1 }, 'other'],
  ])('refuses %j', async (body, path) => {
    const answer = await post('/connectors/errors/retry', body);
    expect(answer.status).toBe(400);
    expect(answer.body.details).toMatchObject([{ path }]);
  });
});

describe('reconciliation', () => {
  it('finds what is missing, extra and stale, puts it right, and reports it', async () => {
    await post('/connectors/chatwoot/sync');
    const conversations = app.sandbox.world.snapshot().conversations;
    const [lost, outdated, removed] = conversations.map((row) => row.id);
    await app.server.db.database.run(
      `DELETE FROM cw_conversations WHERE project_id = $1 AND conversation_global_id = $2`,
      [app.projectId, `cw:1:${lost}`],
    );
    await app.server.db.database.run(
      `UPDATE cw_conversations SET vendor_updated_at = 1, status = 'odd' WHERE project_id = $1 AND conversation_global_id = $2`,
      [app.projectId, `cw:1:${outdated}`],
    );
    app.sandbox.world.deleteConversation(removed!);
    expect((await differences()).length).toBeGreaterThan(0);

    const { result } = (await post('/connectors/reconciliation/run')).body;
    expect(result).toMatchObject({
      failed: 0,
      connectors: {
        chatwoot: { conversations: { total: conversations.length - 1, missing: 1, stale: 1, extra: 1, healed: 3 } },
      },
    });
    expect(result.connectors.chatwoot.conversations.completeness_pct).toBeLessThan(100);
    // Its contact is at the source still, named by no conversation; the chunks of what was lost come back with it.
    expect((await differences()).filter((line) => !line.startsWith('contact'))).toEqual([]);

    const again = (await post('/connectors/reconciliation/run')).body.result;
    expect(again.connectors.chatwoot.conversations).toMatchObject({
      missing: 0,
      stale: 0,
      extra: 0,
      healed: 0,
      completeness_pct: 100,
    });
    const { metrics } = (await app.admin.get('/connectors/reconciliation')).body;
    expect(metrics).toMatchObject([
      { resource: 'contacts' },
      { resource: 'conversations', missing: 0, completeness_pct: 100 },
    ]);
  });

  it('waits until a first sync has gone through', async () => {
    expect((await post('/connectors/reconciliation/run')).body.result).toMatchObject({
      connectors: { chatwoot: { skipped: 'first_sync_not_through' } },
    });
  });
});

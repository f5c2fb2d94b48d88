import { expect, it } from '@jest/globals';
import { storeChatwoot } from '../support/stored-project.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';

const app = syncedApp(['chatwoot', 'linear'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const run = async (path: string) => (await app.admin.post(path).set('prefer', 'wait=55')).body.result;
const bind = (body: object) => app.admin.put(`/projects/${app.projectId}/sources/chatwoot`, body);
const quiet = () =>
  until('no run is open', async () => {
    const open = await app.server.db.database.query(
      `SELECT FROM job_runs WHERE project_id = $1 AND status IN ('queued', 'running')
       UNION ALL SELECT FROM connector_sync_state WHERE project_id = $1 AND leaving IS NOT NULL`,
      [app.projectId],
    );
    return open.length === 0;
  });
const count = async (from: string) =>
  (
    await app.server.db.database.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM ${from} AND project_id = $1`,
      [app.projectId],
    )
  )[0]?.rows;
const messages = () =>
  app.server.db.database.query(
    'SELECT message_global_id, content FROM cw_messages WHERE project_id = $1 ORDER BY message_global_id',
    [app.projectId],
  );

it('concludes again from what is left, and has everything back when the first account is bound again', async () => {
  await run('/connectors/sync');
  await run('/kag/refresh');
  await quiet();
  const before = await messages();
  const issues = await count('linear_issues_raw WHERE true');
  const works = await count(`kag_event_log WHERE source = 'linear'`);
  const said = await count(`kag_event_log WHERE source = 'chatwoot'`);
  const search = async () => (await app.admin.post('/search', { query: 'invoice', topK: 20 })).body.results;
  const kinds = (found: { source_kind: string }[]) => found.filter((one) => one.source_kind === 'message').length;
  expect(kinds(await search())).toBeGreaterThan(0);
  expect([said, issues].every((rows) => (rows ?? 0) > 0)).toBe(true);

  await bind({ external_id: '2', credentials: { api_token: 'of-account-2' } });
  await quiet();
  expect(await count('cw_messages WHERE true')).toBe(0);
  expect(await count(`kag_event_log WHERE source = 'chatwoot'`)).toBe(0);
  expect(kinds(await search())).toBe(0);
  expect([await count('linear_issues_raw WHERE true'), await count(`kag_event_log WHERE source = 'linear'`)]).toEqual([
    issues,
    works,
  ]);
  const { signals } = (await app.admin.get('/kag/signals')).body;
  expect(signals.length).toBeGreaterThan(0);
  expect(JSON.stringify(signals)).not.toContain('cwmsg:1:');
  expect(await count('project_snapshots WHERE true')).toBeGreaterThan(1);
  expect(await count(`project_snapshots s WHERE s::text LIKE '%cwmsg:1:%'`)).toBe(0);

  expect((await bind({ external_id: null, credentials: null })).status).toBe(200);
  await quiet();
  await run('/connectors/chatwoot/sync');
  expect(await messages()).toEqual(before);
  expect(await count(`kag_event_log WHERE source = 'chatwoot'`)).toBe(said);
});

it('is not claimed by reconciliation to have been healed, where rows of another account are left', async () => {
  await run('/connectors/chatwoot/sync');
  await storeChatwoot(app.server.db.database, app.projectId, '9');
  await app.server.db.database.run(
    `UPDATE cw_conversations SET created_at = now() - interval '1 day' WHERE project_id = $1`,
    [app.projectId],
  );
  const { connectors } = await run('/connectors/reconciliation/run');
  expect(connectors.chatwoot.conversations).toMatchObject({ extra: 0, healed: 0, missing: 0 });
});

import { expect, it } from '@jest/globals';
import { LINEAR_TABLES } from '../../src/connectors/linear/index.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';

const REPOSITORY = 'acme/site';
const app = syncedApp(['linear', 'github'], { GITHUB_REPOSITORIES: REPOSITORY });

const TABLES = [...LINEAR_TABLES.map(({ table }) => table), 'github_issues_raw', 'rag_chunks', 'kag_event_log'];
const rowsOf = (table: string, where = '') =>
  app.server.db.database.query(`SELECT * FROM ${table} WHERE project_id = $1 ${where} ORDER BY 1, 2`, [app.projectId]);
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      [...TABLES, 'project_sources', 'job_runs', 'connector_sync_state', 'connector_streams', 'audit_events'].map(
        async (table) => [table, await rowsOf(table)] as const,
      ),
    ),
  );
/** Ids of what came from vendors, by table; what the server concludes of it comes and goes. */
const came = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const rows = await rowsOf(table, table === 'kag_event_log' ? `AND source <> 'system'` : '');
        return [table, rows.map(({ id }) => id)] as const;
      }),
    ),
  );
const put = (body: object, preview = false) =>
  app.admin.put(`/projects/${app.projectId}/sources/linear${preview ? '?preview=true' : ''}`, body);
const quiet = () =>
  until('no run is open', async () => {
    const open = await app.server.db.database.query(
      `SELECT FROM job_runs WHERE project_id = $1 AND status IN ('queued', 'running')
       UNION ALL SELECT FROM connector_sync_state WHERE project_id = $1 AND leaving IS NOT NULL`,
      [app.projectId],
    );
    return open.length === 0;
  });

async function synced(): Promise<void> {
  app.sandbox.github.addRepository(REPOSITORY);
  for (let i = 0; i < 3; i++)
    app.sandbox.github.addIssue(REPOSITORY, { title: `Issue ${i}`, body: 'The form loses its text when it is sent.' });
  await app.admin.post('/connectors/sync').set('prefer', 'wait=55');
  await quiet();
}

it.each([
  ['a narrower filter', async () => ({ external_id: null, filter: { team_ids: [await someTeam()] } })],
  ['another account', () => ({ external_id: 'elsewhere', credentials: { api_token: 'lin_api_of_others' } })],
])('%s tells what leaves before it does, and writes nothing of it', async (_what, wanted) => {
  await synced();
  const body = await wanted();
  const before = await everything();
  const was = await came();

  const preview = await put(body, true);
  expect(preview.status).toBe(200);
  expect(preview.body.source).toMatchObject({ connector: 'linear', external_id: body.external_id });
  expect(await everything()).toEqual(before);

  expect((await put(body)).body.leaving).toBeUndefined();
  await quiet();
  const is = await came();
  const gone = TABLES.map(
    (table) => [table, (was[table] ?? []).filter((id) => !is[table]?.includes(id)).length] as const,
  );
  expect(preview.body.leaving).toEqual(Object.fromEntries(gone.filter(([, rows]) => rows > 0)));
  expect(preview.body.leaving.linear_issues_raw).toBeGreaterThan(0);
  // What another vendor has brought stays, its texts too.
  expect(is['github_issues_raw']).toHaveLength(3);
  expect(preview.body.leaving).not.toHaveProperty('github_issues_raw');
  const texts = await rowsOf('rag_chunks', `AND source_id LIKE '${REPOSITORY}#%'`);
  expect(texts).toHaveLength(3);
});

it('a wider filter, or the same source, lets nothing leave', async () => {
  await synced();
  expect((await put({ external_id: null }, true)).body.leaving).toEqual({});
  expect((await put({ external_id: null, filter: { boards: [] } }, true)).status).toBe(400);
});

const someTeam = async () => {
  const [row] = await app.server.db.database.query<{ team_id: string }>(
    'SELECT team_id FROM linear_issues_raw WHERE project_id = $1 GROUP BY 1 ORDER BY count(*), 1 LIMIT 1',
    [app.projectId],
  );
  return row?.team_id;
};

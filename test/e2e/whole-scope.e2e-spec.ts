import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { conclude } from '../support/concluded-projects.js';
import { newcomer, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

type Row = Record<string, any>;

/** Lists that go over a page of projects, and what of each project they have. */
const BY_PROJECT = [
  ['/kag/scores', 'scores'],
  ['/kag/v2/forecast', 'forecasts'],
  ['/connectors/state', 'connectors'],
] as const;
const SNAPSHOTS = ['/kag/snapshots', 'snapshots'] as const;
const PATHS = [...BY_PROJECT.map(([path]) => path), SNAPSHOTS[0], '/kag/signals', '/jobs/runs'];

let server: TestApp;
let client: Client;
/** Three projects of one account scope, in the order of their ids, and one of another. */
let ids: string[];
let theirs: string;

beforeAll(async () => {
  server = await startTestApp();
  const made = await newcomer(server);
  client = made.client;
  const rows = await sql(
    `INSERT INTO projects (account_scope_id, name) SELECT $1, 'Client ' || n FROM generate_series(1, 3) AS n RETURNING id`,
    [made.scopeId],
  );
  ids = rows.map(({ id }) => String(id)).sort();
  theirs = (await stranger(server)).projectId;
  await conclude(server.db.database, [...ids, theirs], new Date());
});
afterAll(() => server.close());

const sql = (text: string, parameters: unknown[] = []) => server.db.database.query<Row>(text, parameters);
const read = async (path: string, query = ''): Promise<Row> =>
  (await client.get(`${path}?project_id=${ids[0]}${query}`).expect(200)).body;

describe('all_projects=true', () => {
  it.each(BY_PROJECT)('of %s has of each project of the scope what that project’s own list has', async (path, rows) => {
    const all = await read(path, '&all_projects=true');
    const alone = [];
    for (const id of ids) alone.push(...(await client.get(`${path}?project_id=${id}`).expect(200)).body[rows]);
    expect(new Set(alone.map(({ project_id }) => project_id))).toEqual(new Set(ids));
    // A lag is counted in seconds, which go by between two requests.
    const still = (list: Row[]) => list.map((row) => ({ ...row, lag_seconds: null }));
    expect(still(all[rows])).toEqual(still(alone));
    expect(all['next_cursor']).toBeNull();
  });

  it.each(BY_PROJECT)('of %s goes by pages of projects', async (path, rows) => {
    const seen: string[][] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await read(path, `&all_projects=true&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push([...new Set((page[rows] as Row[]).map(({ project_id }) => String(project_id)))]);
      cursor = page['next_cursor'] as string | null;
    }
    expect(seen).toEqual([ids.slice(0, 2), ids.slice(2)]);
  });

  it('of snapshots goes from the newest day of all projects to the oldest', async () => {
    const [path, rows] = SNAPSHOTS;
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null && seen.length < 20;) {
      const page = await read(path, `&all_projects=true&limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...(page[rows] as Row[]).map(({ snapshot_date, project_id }) => `${snapshot_date} ${project_id}`));
      cursor = page['next_cursor'] as string | null;
    }
    const own = (await read(path, '&limit=10'))[rows] as Row[];
    const days = own.map(({ snapshot_date }) => String(snapshot_date));
    expect(seen).toEqual(days.flatMap((day) => ids.map((id) => `${day} ${id}`)).slice(0, seen.length));
  });

  it('leaves out a project of which data is being removed, and still says that it is', async () => {
    const [, leaving] = ids;
    const set = `UPDATE connector_sync_state SET leaving = $2, leaving_since = CASE WHEN $2 = 'all' THEN now() END WHERE project_id = $1`;
    await sql(set, [leaving, 'all']);
    for (const [path, rows] of [...BY_PROJECT, SNAPSHOTS]) {
      const shown = new Set(((await read(path, '&all_projects=true'))[rows] as Row[]).map((one) => one['project_id']));
      expect([path, shown.has(leaving)]).toEqual([path, path === '/connectors/state']);
    }
    await sql(set.replaceAll('$2', 'NULL'), [leaving]);
  });

  it.each(PATHS)('of %s is refused to a token that is limited to a project', async (path) => {
    const wanted = { name: 'a script', role: 'viewer', expires_in_days: 30, project_id: ids[0] };
    const { token } = (await client.post('/auth/tokens', wanted)).body as { token: string };
    const by = (query: string) =>
      server
        .visitor()
        .get(`${path}${query}`)
        .set({ authorization: `Bearer ${token}` });
    expect((await by('')).status).toBe(200);
    const refused = await by('?all_projects=true');
    expect([refused.status, refused.body.error]).toEqual([403, 'forbidden']);
  });

  it.each(BY_PROJECT.map(([path]) => path))('of %s gives cursors that go with it only', async (path) => {
    const { next_cursor } = await read(path, '&all_projects=true&limit=1');
    for (const query of [`&cursor=${next_cursor}`, '&all_projects=true&cursor=e30']) {
      const refused = await client.get(`${path}?project_id=${ids[0]}${query}`);
      expect([refused.body.error, refused.body.details?.[0]?.path]).toEqual(['validation_failed', 'cursor']);
    }
  });
});

import { beforeAll, expect, it } from '@jest/globals';
import { syncedApp } from '../support/synced-app.js';

const REPOSITORY = 'acme/site';
const app = syncedApp(['linear', 'github'], { GITHUB_REPOSITORIES: REPOSITORY });

beforeAll(() => {
  const { github } = app.sandbox;
  github.addRepository(REPOSITORY);
  for (let i = 0; i < 12; i++) {
    const { number } = github.addIssue(REPOSITORY, { title: `Issue ${i}`, labels: i % 4 === 0 ? ['blocked'] : [] });
    if (i % 3 === 2) github.close(REPOSITORY, number);
  }
});

interface Listed {
  id: string;
  title: string;
  open: boolean;
  blocked: boolean;
  overdue: boolean;
  updated_at: string;
}
const pageOf = async (query: string) => (await app.admin.get(`/issues?${query}`)).body;

/** All pages, one after the other. */
async function all(query: string): Promise<Listed[]> {
  const found: Listed[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { issues, next_cursor } = await pageOf(`${query}&limit=7${cursor && `&cursor=${cursor}`}`);
    found.push(...issues);
    cursor = next_cursor;
  }
  return found;
}
const isOfGithub = ({ id }: { id: string }) => id.includes('#');

it('issues of every vendor are in one list, latest change first, and counted together', async () => {
  await app.admin.post('/connectors/sync').set('prefer', 'wait=55');
  const issues = await all('state=all');
  const stored = async (table: string) => {
    const sql = `SELECT id FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL ORDER BY id`;
    return (await app.server.db.database.query<{ id: string }>(sql, [app.projectId])).map(({ id }) => id);
  };
  const github = await stored('github_issues_raw');
  const linear = await stored('linear_issues_raw');
  expect([github.length > 0, linear.length > 0]).toEqual([true, true]);
  expect(
    issues
      .filter(isOfGithub)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(github.sort());
  expect(
    issues
      .filter((one) => !isOfGithub(one))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(linear.sort());
  // GitHub tells whole seconds.
  const times = issues.map(({ updated_at }) => Math.floor(Date.parse(updated_at) / 1000));
  expect(times).toEqual([...times].sort((one, other) => other - one));
  const open = issues.filter((one) => one.open);
  expect((await pageOf('')).counts).toEqual({
    open: open.length,
    overdue: open.filter(({ overdue }) => overdue).length,
    blocked: open.filter(({ blocked }) => blocked).length,
  });
});

it('issues of GitHub are told as those of other vendors are, and filtered as they are', async () => {
  await app.admin.post('/connectors/github/sync').set('prefer', 'wait=55');
  const [one] = await all('state=open');
  expect(one).toMatchObject({
    identifier: one?.id,
    url: expect.stringContaining('/issues/'),
    state: 'open',
    state_type: 'open',
    priority: null,
    labels: expect.any(Array),
    closed_at: null,
  });
  const issues = await all('state=all');
  expect(issues.map(({ open }) => open)).toContain(false);
  expect(await all('state=closed')).toEqual(issues.filter(({ open }) => !open));
  expect(await all('blocked=true&state=open')).toEqual(issues.filter(({ open, blocked }) => open && blocked));
  expect(await all('overdue=true')).toEqual(issues.filter(({ overdue }) => overdue));
});

it('the words behind an issue of GitHub can be opened', async () => {
  await app.admin.post('/connectors/sync').set('prefer', 'wait=55');
  const { id } = (await all('state=all')).find(isOfGithub)!;
  const answer = await app.admin.get(`/kag/evidence?refs=${encodeURIComponent(`github_issues_raw:${id}`)}`);
  expect(answer.status).toBe(200);
  expect(answer.body.evidence).toMatchObject([{ source_pk: id, kind: 'issue', deleted: false }]);
});

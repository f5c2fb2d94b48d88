import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.js';
import { variablesOf } from '../../sandbox/variables.js';

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ agency: STORY_DAYS });
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
      ...variablesOf(sandbox),
      // A provider to phrase with, were that turned on.
      OPENAI_API_KEY: 'sk-of-the-tests',
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      EMBEDDING_PROVIDER: 'hashing',
    },
  });
  admin = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

interface Lived {
  id: string;
  recommended: Record<string, any>[];
}

/** A client's project with its sixty days, and what is recommended to it; each is lived once. */
const lives = new Map<string, Promise<Lived>>();
function lived(key: string): Promise<Lived> {
  const life = lives.get(key) ?? live(key);
  lives.set(key, life);
  return life;
}

async function live(key: string): Promise<Lived> {
  const client = sandbox.agency?.clients.find((each) => each.key === key);
  if (!client) throw new Error(`the agency has no client ${key}`);
  const id = await project(admin, client.name);
  for (const [connector, binding] of Object.entries(client.bindings))
    await admin.put(`/projects/${id}/sources/${connector}`, { ...binding, credentials: { api_token: 'of-the-tests' } });
  const post = (path: string) => admin.post(`${path}?project_id=${id}`).set('prefer', 'wait=55');
  expect((await post('/connectors/sync')).body.result).toMatchObject({ succeeded: 3, failed: 0 });
  expect((await post('/kag/v2/recommendations/refresh')).status).toBe(200);
  return { id, recommended: (await admin.get(`/kag/v2/recommendations?project_id=${id}`)).body.recommendations };
}

const recommended = async (key: string) => (await lived(key)).recommended;
const refsOf = (rows: Record<string, any>[]) =>
  rows.map(({ source_table, source_pk }) => `${source_table}:${source_pk}`);
const opened = async (id: string, refs: string[]): Promise<Record<string, any>[]> => {
  const answer = await admin.get(`/kag/evidence?project_id=${id}&refs=${encodeURIComponent(refs.join(','))}`);
  expect(answer.status).toBe(200);
  return answer.body.evidence;
};

describe('from the vendors to what to do next', () => {
  it.each([
    ['silence', 'waiting_on_client', 'cw_messages'],
    ['scope-creep', 'scope_creep_change_request', 'cw_messages'],
    ['blocked', 'delivery_risk', 'linear_issues_raw'],
    ['over-budget', 'finance_risk', 'attio_opportunities_raw', 'attio_activities_raw'],
    ['upsell', 'upsell_opportunity', 'cw_messages'],
    ['lost', 'winback', 'attio_opportunities_raw'],
    ['angry', 'unhappy_client', 'cw_messages'],
  ])('%s, in both languages: %s', async (story, category, ...from) => {
    for (const language of ['en', 'ru']) {
      const found = await recommended(`${story}-${language}`);
      const [one] = found.filter((each) => each['category'] === category);
      expect([language, one?.['category'], one?.['status']]).toEqual([language, category, 'new']);
      expect(one?.['priority']).toBeGreaterThanOrEqual(4);
      const tables = (one?.['evidence_refs'] as { source_table: string }[]).map(({ source_table }) => source_table);
      expect(tables).toEqual(expect.arrayContaining(from));
    }
  });

  it.each(['quiet-en', 'quiet-ru', 'recovered-ru'])('%s: nothing', async (key) => {
    expect(await recommended(key)).toEqual([]);
  });

  it('in the rules’ own words: no model is asked unless that is turned on', async () => {
    const { id, recommended } = await lived('silence-en');
    expect(recommended.map(({ phrasing }) => phrasing)).toEqual([null]);
    const { body } = await admin.get(`/jobs/runs?project_id=${id}&job_type=kag_recommendations_phrasing`);
    expect(body.runs).toEqual([]);
    expect(sandbox.requests.count('POST /v1/chat/completions')).toBe(0);
  });
});

describe('the evidence of what is recommended', () => {
  it('opens to the words behind it, in its order, and to nothing in another project', async () => {
    const [blocked, other] = [await lived('blocked-ru'), await project(admin)];
    const tables = new Set<string>();
    const silent = await lived('silence-ru');
    const all = [blocked, silent].flatMap(({ id, recommended }) => recommended.map((one) => ({ ...one, id })));
    for (const { id, evidence_refs } of all as { id: string; evidence_refs: Record<string, any>[] }[]) {
      const refs = refsOf(evidence_refs);
      const evidence = await opened(id, refs);
      expect(refsOf(evidence)).toEqual(refs);
      for (const each of evidence) {
        tables.add(each['source_table']);
        expect(each).toMatchObject({ deleted: false, occurred_at: expect.any(String), facts: expect.any(Object) });
        expect(each['text'] ?? each['title']).toMatch(/[а-яё]/i);
      }
      expect(await opened(other, refs)).toEqual([]);
    }
    expect(tables).toContain('linear_issues_raw');
    expect(tables).toContain('cw_messages');
  });

  it('says of what is gone at the source that it is, and no more', async () => {
    const { id } = await lived('quiet-en');
    const [row] = await server.db.database.query<{ pk: string }>(
      `UPDATE cw_messages SET deleted_at = now() WHERE project_id = $1 AND message_global_id =
         (SELECT min(message_global_id) FROM cw_messages WHERE project_id = $1 AND content <> '') RETURNING message_global_id AS pk`,
      [id],
    );
    expect(await opened(id, [`cw_messages:${row!.pk}`])).toEqual([
      {
        source_table: 'cw_messages',
        source_pk: row!.pk,
        kind: 'message',
        title: null,
        text: null,
        author: null,
        occurred_at: expect.any(String),
        facts: {},
        deleted: true,
      },
    ]);
  });

  it.each([
    ['no refs', ''],
    ['a ref without a key', '?refs=cw_messages'],
    ['a ref with other signs', `?refs=${encodeURIComponent("cw_messages:x'; --")}`],
    ['an empty ref', '?refs=cw_messages:1,'],
    ['too many', `?refs=${Array.from({ length: 51 }, (_, n) => `cw_messages:${n}`).join(',')}`],
  ])('is not opened for %s', async (_, query) => {
    const id = await project(admin);
    const answer = await admin.get(`/kag/evidence${query}${query === '' ? '?' : '&'}project_id=${id}`);
    expect([answer.status, answer.body.error]).toEqual([400, 'validation_failed']);
  });

  it('is found in no table that has none', async () => {
    expect(await opened(await project(admin), ['users:1', 'cw_messages:nothing'])).toEqual([]);
  });
});

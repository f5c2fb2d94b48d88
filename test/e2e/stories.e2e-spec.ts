import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { STORY_DAYS } from '../vendors/agency/index.js';
import { type Sandbox, startSandbox } from '../vendors/sandbox.js';

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
      CHATWOOT_BASE_URL: sandbox.url,
      LINEAR_BASE_URL: `${sandbox.url}/graphql`,
      ATTIO_BASE_URL: sandbox.url,
      CHATWOOT_REQUESTS_PER_MINUTE: '600000',
      LINEAR_REQUESTS_PER_MINUTE: '600000',
      ATTIO_REQUESTS_PER_MINUTE: '600000',
    },
  });
  admin = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

/** What is recommended to a client's project after its sixty days, each with the evidence that it rests on. */
async function recommended(key: string): Promise<Record<string, any>[]> {
  const client = sandbox.agency?.clients.find((each) => each.key === key);
  if (!client) throw new Error(`the agency has no client ${key}`);
  const id = await project(admin, client.name);
  for (const [connector, binding] of Object.entries(client.bindings))
    await admin.put(`/projects/${id}/sources/${connector}`, { ...binding, credentials: { api_token: 'of-the-tests' } });
  const post = (path: string) => admin.post(`${path}?project_id=${id}`).set('prefer', 'wait=55');
  expect((await post('/connectors/sync')).body.result).toMatchObject({ succeeded: 3, failed: 0 });
  expect((await post('/kag/v2/recommendations/refresh')).status).toBe(200);
  return (await admin.get(`/kag/v2/recommendations?project_id=${id}`)).body.recommendations;
}

describe('from the vendors to what to do next', () => {
  it.each([
    ['silence', 'waiting_on_client', 'cw_messages'],
    ['scope-creep', 'scope_creep_change_request', 'cw_messages'],
    ['blocked', 'delivery_risk', 'linear_issues_raw'],
    ['over-budget', 'finance_risk', 'attio_opportunities_raw', 'attio_activities_raw'],
    ['upsell', 'upsell_opportunity', 'cw_messages'],
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

  it.each(['quiet-en', 'quiet-ru'])('%s: nothing', async (key) => {
    expect(await recommended(key)).toEqual([]);
  });
});

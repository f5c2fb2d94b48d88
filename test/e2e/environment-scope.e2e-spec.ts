import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkOf, diagnosisOf } from '../support/diagnosed.js';
import { project, stranger, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const ENV = {
  CHATWOOT_BASE_URL: 'http://127.0.0.1:9',
  CHATWOOT_API_TOKEN: 'token-of-the-environment',
  CHATWOOT_ACCOUNT_ID: '1',
  LINEAR_API_TOKEN: 'token-of-the-environment',
};

let server: TestApp;
let other: Person & { projectId: string; scopeKey: string };

beforeAll(async () => {
  server = await startTestApp({ env: { ...ENV, ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  other = await stranger(server);
});
afterAll(() => server.close());

describe('the environment’s credentials', () => {
  it('are not read with for a project of another account scope, and the answer says what to do', async () => {
    const answer = await other.client.post(`/connectors/chatwoot/sync?project_id=${other.projectId}`);
    expect([answer.status, answer.body.error]).toEqual([503, 'connector_not_configured']);
    expect(answer.body.detail).toContain('ENV_SOURCES_SCOPE');
    expect(answer.body.detail).toContain('PUT /projects/{id}/sources/chatwoot');
    expect(answer.body.details.missing).toEqual(['credentials.api_token', 'external_id']);
  });

  it('bind no project of another account scope', async () => {
    const url = `/projects/${other.projectId}/sources/chatwoot`;
    const refused = await other.client.put(url, { external_id: '1' });
    expect([refused.status, refused.body.error]).toEqual([400, 'validation_failed']);
    expect(refused.body.details).toEqual([
      { path: 'credentials.api_token', problem: expect.stringContaining('ENV_SOURCES_SCOPE') },
    ]);
    expect((await other.client.get(url)).status).toBe(404);
    const own = { external_id: '2', credentials: { api_token: 'token-of-theirs' } };
    expect((await other.client.put(url, own)).status).toBe(200);
    expect((await other.client.put(url, { external_id: '2', credentials: null })).status).toBe(400);
  });

  it('bind no other account than their own', async () => {
    const admin = await server.signIn();
    const url = `/projects/${await project(admin)}/sources/chatwoot`;
    const refused = await admin.put(url, { external_id: '2' });
    expect([refused.status, refused.body.details?.[0]?.path]).toEqual([400, 'credentials.api_token']);
    expect(refused.body.details[0].problem).toContain('CHATWOOT_ACCOUNT_ID');
    expect((await admin.put(url, { external_id: '1' })).status).toBe(200);
    expect((await admin.put(url, { external_id: null })).status).toBe(200);
    expect((await admin.put(url, { external_id: '2', credentials: { api_token: 'mine' } })).status).toBe(200);
  });

  it('are told of by the diagnosis where a project would need its own', async () => {
    const diagnosis = await diagnosisOf(other.client, other.projectId);
    const found = checkOf(diagnosis, 'connector_configuration');
    expect(found.observed).toContain('linear');
    expect(found.observed).toContain('ENV_SOURCES_SCOPE');
    expect(found.observed).not.toContain('LINEAR_API_TOKEN');
  });

  it.each([
    ['another scope', () => other.scopeKey.toUpperCase()],
    ['none', () => 'none'],
    ['none, by an empty value', () => ''],
  ])('belong to the scope that ENV_SOURCES_SCOPE names: %s', async (_whose, key) => {
    const moved = await startTestApp({ db: server.db, env: { ...ENV, ENV_SOURCES_SCOPE: key() } });
    const mine = await moved.signIn();
    const theirs = await moved.signIn({ username: other.username, password: 'a-long-enough-password' });
    const put = async (client: typeof mine, id: string) =>
      (await client.put(`/projects/${id}/sources/linear`, { external_id: null })).status;
    expect(await put(mine, await project(mine))).toBe(400);
    expect(await put(theirs, other.projectId)).toBe(key().startsWith('SCOPE') ? 200 : 400);
    await moved.close();
  });

  it('belong to no scope of others who are the first to name one so', async () => {
    const key = `agency-${randomUUID().slice(0, 8)}`;
    const moved = await startTestApp({ db: server.db, env: { ...ENV, ENV_SOURCES_SCOPE: key } });
    const theirs = await moved.signIn({ username: other.username, password: 'a-long-enough-password' });
    const mine = await moved.signIn();
    const bound = async (client: typeof mine) => {
      const made = await client.post('/projects', { name: 'The first', account_scope_key: key.toUpperCase() });
      expect(made.status).toBe(200);
      const url = `/projects/${made.body.project.id as string}/sources/linear`;
      return (await client.put(url, { external_id: null })).status;
    };
    expect(await bound(theirs)).toBe(400);
    // An admin of the default scope may name it still.
    expect(await bound(mine)).toBe(200);
    const again = await theirs.post('/projects', { name: 'The first', account_scope_key: key });
    expect([again.status, again.body.error]).toEqual([409, 'conflict']);
    await moved.close();
  });
});

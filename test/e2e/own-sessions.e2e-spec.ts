import type { Client } from '../support/client.js';
import { colleague, PASSWORD } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Shown {
  id: string;
  opened_at: string;
  last_seen_at: string;
  address: string;
  user_agent: string;
  current: boolean;
}

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp({ env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000', SESSION_MAX_HOURS: '48' } });
});
afterAll(() => server.close());

const listed = async (client: Client) => (await client.get('/auth/sessions')).body.sessions as Shown[];

/** Lets hours pass for the sessions of a user. */
const age = (userId: string, hours: number) =>
  server.db.database.query(
    `UPDATE sessions SET sess = jsonb_set(sess::jsonb, '{opened_at}',
       to_jsonb(((sess ->> 'opened_at')::timestamptz - make_interval(hours => $2))::text))::json
     WHERE sess #>> '{passport,user}' = $1`,
    [userId, hours],
  );

describe('GET /auth/sessions', () => {
  it('lists the sessions of who asks, and tells which one asks', async () => {
    const { username, client } = await colleague(server, 'viewer');
    const other = await server.signIn({ username, password: PASSWORD });
    const mine = await listed(client);
    expect(mine).toHaveLength(2);
    expect(mine.filter((session) => session.current)).toHaveLength(1);
    const theirs = await listed(other);
    expect(theirs.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort());
    expect(theirs.find(({ current }) => current)?.id).not.toBe(mine.find(({ current }) => current)?.id);
    for (const { opened_at, last_seen_at, address } of mine) {
      expect(Date.parse(last_seen_at)).toBeGreaterThan(Date.parse(opened_at) - 60_000);
      expect(address).toContain('127.0.0.1');
    }
  });

  it('shows nothing of what the cookie holds', async () => {
    const { client } = await colleague(server, 'viewer');
    const text = JSON.stringify(await listed(client));
    const rows = await server.db.database.query<{ sid: string }>('SELECT sid FROM sessions');
    expect(rows.filter(({ sid }) => text.includes(sid))).toEqual([]);
  });
});

describe('DELETE /auth/sessions/:id', () => {
  it('ends that session at once and no other, and is in the audit', async () => {
    const { id: userId, username, client } = await colleague(server, 'viewer');
    const lost = await server.signIn({ username, password: PASSWORD });
    const id = (await listed(lost)).find(({ current }) => current)?.id ?? '';
    expect((await client.delete(`/auth/sessions/${id}`)).status).toBe(200);
    expect((await lost.get('/projects')).status).toBe(401);
    expect((await client.get('/projects')).status).toBe(200);
    expect((await client.delete(`/auth/sessions/${id}`)).status).toBe(404);
    const rows = await server.db.database.query<{ after: object }>(
      `SELECT after FROM audit_events WHERE action = 'session.end' AND entity_id = $1`,
      [userId],
    );
    expect(rows).toEqual([{ after: { id } }]);
  });

  it('asks who has not proved themselves lately to do so again', async () => {
    const { id: userId, username, client } = await colleague(server, 'viewer');
    const lost = await server.signIn({ username, password: PASSWORD });
    const id = (await listed(lost)).find(({ current }) => current)?.id ?? '';
    await server.db.database.query(
      `UPDATE sessions SET sess = jsonb_set(sess::jsonb, '{authenticated_at}',
         to_jsonb((now() - interval '11 minutes')::text))::json
       WHERE sess #>> '{passport,user}' = $1`,
      [userId],
    );
    const refused = await client.delete(`/auth/sessions/${id}`);
    expect([refused.status, refused.body.error]).toEqual([403, 'reauthentication_required']);
    const wrong = await client.post('/auth/reauthenticate', { current_password: 'a wrong one' });
    expect(wrong.body.details).toEqual([{ path: 'current_password', problem: 'is not your password' }]);
    expect((await client.delete(`/auth/sessions/${id}`)).status).toBe(403);
    expect((await client.post('/auth/reauthenticate', { current_password: PASSWORD })).status).toBe(200);
    expect((await client.delete(`/auth/sessions/${id}`)).status).toBe(200);
    expect((await lost.get('/projects')).status).toBe(401);
  });

  it('knows no session of anybody else', async () => {
    const [one, other] = [await colleague(server, 'admin'), await colleague(server, 'viewer')];
    const [session] = await listed(other.client);
    expect((await one.client.delete(`/auth/sessions/${session?.id}`)).status).toBe(404);
    expect((await other.client.get('/projects')).status).toBe(200);
  });

  it('lets no request in flight bring the session back', async () => {
    const { id: userId, username, client } = await colleague(server, 'operator');
    const lost = await server.signIn({ username, password: PASSWORD });
    const made = await (await server.signIn()).post('/projects', { name: `Project of ${username}` });
    const id = (await listed(lost)).find(({ current }) => current)?.id ?? '';
    // Both at once: the choice of a project writes the session after the other request has removed it, or before.
    await Promise.all([
      lost.post(`/projects/${made.body.project.id as string}/select`),
      client.delete(`/auth/sessions/${id}`),
    ]);
    const left = await server.db.database.query<{ id: string }>(
      `SELECT sess ->> 'shown_id' AS id FROM sessions WHERE sess #>> '{passport,user}' = $1`,
      [userId],
    );
    expect(left.map((row) => row.id)).not.toContain(id);
    expect((await lost.get('/projects')).status).toBe(401);
  });
});

describe('a session', () => {
  it('ends after its longest time, however much it is used', async () => {
    const { id, client } = await colleague(server, 'viewer');
    await age(id, 47);
    expect((await client.get('/projects')).status).toBe(200);
    await age(id, 1);
    expect((await client.get('/projects')).status).toBe(401);
  });

  it('that is too old is in no list', async () => {
    const { id, username, client } = await colleague(server, 'viewer');
    await age(id, 48);
    const fresh = await server.signIn({ username, password: PASSWORD });
    expect(await listed(fresh)).toHaveLength(1);
    expect((await client.get('/auth/me')).body.authenticated).toBe(false);
  });

  it('that nobody uses ends after its idle time', async () => {
    const { id, client } = await colleague(server, 'viewer');
    await server.db.database.query(
      `UPDATE sessions SET expire = now() - interval '1 second' WHERE sess #>> '{passport,user}' = $1`,
      [id],
    );
    expect((await client.get('/projects')).status).toBe(401);
  });
});

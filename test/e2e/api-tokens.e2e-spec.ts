import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { colleague, letIn, PASSWORD, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Made {
  token: string;
  api_token: { id: string; role: string; expires_at: string };
}

let server: TestApp;
let admin: Client;

beforeAll(async () => {
  server = await startTestApp({ env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' } });
  admin = await server.signIn();
});
afterAll(() => server.close());

const wanted = { name: 'a script', role: 'viewer', expires_in_days: 30 };

async function made(client: Client, more: object = {}): Promise<Made> {
  const answer = await client.post('/auth/tokens', { ...wanted, ...more });
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  return answer.body as Made;
}

/** A script: no cookies, the token in a header. */
const by = (token: string) => {
  const visitor = server.visitor();
  const header = { authorization: `Bearer ${token}` };
  return {
    get: (path: string) => visitor.get(path).set(header),
    post: (path: string, body: object = {}) => visitor.post(path, body).set(header),
    patch: (path: string, body: object = {}) => visitor.patch(path, body).set(header),
    delete: (path: string) => visitor.delete(path).set(header),
  };
};

describe('a token', () => {
  it('signs a script in without cookie and CSRF token, as the person who made it', async () => {
    const { token } = await made(admin, { role: 'admin' });
    const name = `Project ${randomUUID()}`;
    expect((await by(token).post('/projects', { name })).status).toBe(200);
    const me = await by(token).get('/auth/me');
    expect(me.body).toMatchObject({ authenticated: true, username: 'admin', role: 'admin' });
    expect(me.headers['set-cookie']).toBeUndefined();
    const rows = await server.db.database.query<{ actor_name: string }>(
      `SELECT actor_name FROM audit_events WHERE action = 'project.create' AND after ->> 'name' = $1`,
      [name],
    );
    expect(rows).toEqual([{ actor_name: 'admin' }]);
  });

  it('is shown once and kept as a hash; its making and end are in the audit', async () => {
    const { token, api_token } = await made(admin);
    expect(token).toMatch(/^kag_[\w-]{43}$/);
    const text = JSON.stringify([
      (await admin.get('/auth/tokens')).body,
      await server.db.database.query('SELECT * FROM api_tokens'),
      await server.db.database.query('SELECT * FROM audit_events'),
      await server.db.database.query('SELECT * FROM idempotency_keys'),
    ]);
    expect(text).not.toContain(token);
    expect(text).toContain(api_token.id);
    await admin.delete(`/auth/tokens/${api_token.id}`);
    const rows = await server.db.database.query<{ action: string }>(
      `SELECT action FROM audit_events WHERE entity_id = $1 ORDER BY id`,
      [api_token.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['api_token.create', 'api_token.revoke']);
  });

  it('is not kept for a repeat of the request either', async () => {
    const ask = () => admin.post('/auth/tokens', wanted).set('idempotency-key', 'the-same-key');
    const [one, other] = [await ask(), await ask()];
    expect(one.body.token).not.toBe(other.body.token);
  });

  it('does what its role allows and no more, and less once its person may do less', async () => {
    const { id, client } = await colleague(server, 'admin');
    const { token: operator } = await made(client, { role: 'operator' });
    const { token: whole } = await made(client, { role: 'admin' });
    expect((await by(operator).get('/users')).status).toBe(403);
    expect((await by(whole).get('/users')).status).toBe(200);
    await server.db.database.query(`UPDATE user_scopes SET role = 'viewer' WHERE user_id = $1`, [id]);
    expect((await by(whole).get('/users')).status).toBe(403);
    expect((await by(whole).get('/auth/me')).body.role).toBe('viewer');
  });

  it('ends when it is revoked, expires, its person is kept out or gets a password from an admin', async () => {
    const { id, client } = await colleague(server, 'viewer');
    const works = async (token: string) => (await by(token).get('/projects')).status;
    const revoked = await made(client);
    expect(await works(revoked.token)).toBe(200);
    await client.delete(`/auth/tokens/${revoked.api_token.id}`);
    expect(await works(revoked.token)).toBe(401);

    const expired = await made(client);
    await server.db.database.query('UPDATE api_tokens SET expires_at = now() WHERE id = $1', [expired.api_token.id]);
    expect(await works(expired.token)).toBe(401);

    const left = await made(client);
    await admin.patch(`/users/${id}`, { disabled: true });
    expect(await works(left.token)).toBe(401);
    await admin.patch(`/users/${id}`, { disabled: false });
    expect(await works(left.token)).toBe(200);
    await admin.patch(`/users/${id}`, { password: 'another-long-password' });
    expect(await works(left.token)).toBe(401);
  });

  it('counts alone: cookies that come with it don’t', async () => {
    const { client } = await colleague(server, 'viewer');
    const { token } = await made(client);
    // The admin's browser, with the token of somebody who may see less.
    const mixed = await admin.get('/users').set('authorization', `Bearer ${token}`);
    expect(mixed.status).toBe(403);
    expect((await admin.get('/projects').set('authorization', 'Bearer kag_nonsense')).status).toBe(401);
  });

  it('can’t make itself a password, a session or another token', async () => {
    const { token, api_token } = await made(admin, { role: 'admin' });
    for (const answer of [
      await by(token).post('/auth/tokens', wanted),
      await by(token).get('/auth/tokens'),
      await by(token).delete(`/auth/tokens/${api_token.id}`),
      await by(token).get('/auth/sessions'),
      await by(token).patch('/auth/password', { current_password: 'x', new_password: 'a sentence of a thief' }),
      await by(token).post('/users', { username: 'thief', password: PASSWORD, role: 'admin' }),
      await by(token).patch(`/users/${randomUUID()}`, { password: PASSWORD }),
    ])
      expect([answer.status, answer.body.error]).toEqual([403, 'forbidden']);
  });

  it('tells when it was used', async () => {
    const { token, api_token } = await made(admin);
    await by(token).get('/projects');
    const list = (await admin.get('/auth/tokens')).body.api_tokens as { id: string; last_used_at: string | null }[];
    expect(list.find(({ id }) => id === api_token.id)?.last_used_at).toEqual(expect.any(String));
  });
});

describe('a token that is limited', () => {
  it('to a project knows that project only', async () => {
    const [mine, other] = [await project(admin), await project(admin)];
    const { token } = await made(admin, { role: 'admin', project_id: mine });
    expect((await by(token).get('/jobs/runs')).status).toBe(200);
    expect((await by(token).get(`/jobs/runs?project_id=${mine}`)).status).toBe(200);
    expect((await by(token).get(`/jobs/runs?project_id=${other}`)).body.error).toBe('project_not_found');
    expect((await by(token).patch(`/projects/${mine}`, { name: `Renamed ${mine}` })).status).toBe(200);
    expect((await by(token).patch(`/projects/${other}`, { name: 'Taken' })).body.error).toBe('project_not_found');
    for (const answer of [
      await by(token).get('/projects'),
      await by(token).get('/users'),
      await by(token).post('/projects', { name: 'A new one' }),
    ])
      expect([answer.status, answer.body.error]).toEqual([403, 'forbidden']);
  });

  it('to a project is told of no other: no similar ones, and what people changed in this one alone', async () => {
    const [mine, other] = [await project(admin), await project(admin)];
    await admin.patch(`/projects/${mine}`, { name: `Mine ${mine}` });
    await admin.patch(`/projects/${other}`, { name: `Other ${other}` });
    await colleague(server, 'viewer');
    const { token } = await made(admin, { role: 'admin', project_id: mine });
    const audit = (await by(token).get('/audit?limit=200')).body as { events: { project_id: string | null }[] };
    expect(new Set(audit.events.map(({ project_id }) => project_id))).toEqual(new Set([mine]));
    const whole = (await admin.get(`/audit?limit=200&project_id=${mine}`)).body as typeof audit;
    expect(whole.events.some(({ project_id }) => project_id === null)).toBe(true);
    const similar = await by(token).get('/kag/similar-cases');
    expect([similar.status, similar.body.error]).toEqual([403, 'forbidden']);
    expect((await by(token).get('/kag/v2/forecast')).body.similar_cases_top3).toEqual([]);
  });

  it('to an account scope knows the projects of that scope only', async () => {
    const theirs = await stranger(server);
    const own = await theirs.client.post('/projects', { name: 'Other', account_scope_key: `scope-${randomUUID()}` });
    const { token } = await made(theirs.client, { account_scope_id: theirs.scopeId });
    expect((await by(token).get(`/jobs/runs?project_id=${theirs.projectId}`)).status).toBe(200);
    const other = own.body.project.id as string;
    expect((await by(token).get(`/jobs/runs?project_id=${other}`)).body.error).toBe('project_not_found');
  });
});

describe('the audit of a token', () => {
  it('that is limited is in the scope of its limit only, of its making and of its end', async () => {
    const theirs = await stranger(server);
    const person = await colleague(server, 'viewer');
    await letIn(server, person, theirs.scopeId, 'viewer');
    const toldIn = async (client: Client, projectId: string, id: string) => {
      const { events } = (await client.get(`/audit?limit=200&project_id=${projectId}`)).body as {
        events: { entity_id: string; action: string }[];
      };
      return events.filter(({ entity_id }) => entity_id === id).map(({ action }) => action);
    };
    const both = ['api_token.revoke', 'api_token.create'];
    const own = await project(admin);
    for (const [limit, here] of [
      [{ account_scope_id: theirs.scopeId }, []],
      [{ project_id: theirs.projectId }, []],
      [{}, both],
    ] as const) {
      const { api_token } = await made(person.client, limit);
      expect((await person.client.delete(`/auth/tokens/${api_token.id}`)).status).toBe(200);
      expect(await toldIn(theirs.client, theirs.projectId, api_token.id)).toEqual(both);
      expect(await toldIn(admin, own, api_token.id)).toEqual(here);
    }
  });

  it('limited to a project that its person does not reach any more is in no scope, and ends all the same', async () => {
    const theirs = await stranger(server);
    const person = await colleague(server, 'viewer');
    await letIn(server, person, theirs.scopeId, 'viewer');
    const { api_token } = await made(person.client, { project_id: theirs.projectId });
    expect((await theirs.client.delete(`/projects/${theirs.projectId}`)).status).toBe(200);
    expect((await person.client.delete(`/auth/tokens/${api_token.id}`)).status).toBe(200);
    const rows = await server.db.database.query(
      `SELECT account_scope_id FROM audit_events WHERE action = 'api_token.revoke' AND entity_id = $1`,
      [api_token.id],
    );
    expect(rows).toEqual([{ account_scope_id: null }]);
  });
});

describe('a token is not made', () => {
  it.each([
    [{ role: 'root' }, 'role'],
    [{ expires_in_days: 0 }, 'expires_in_days'],
    [{ expires_in_days: 366 }, 'expires_in_days'],
    [{ expires_in_days: undefined }, 'expires_in_days'],
    [{ name: ' ' }, 'name'],
    [{ account_scope_id: randomUUID() }, 'account_scope_id'],
    [{ token: 'kag_mine' }, 'token'],
  ])('with %j', async (more, path) => {
    const refused = await admin.post('/auth/tokens', { ...wanted, ...more });
    expect([refused.status, refused.body.details?.[0]?.path]).toEqual([400, path]);
  });

  it('with a role above its maker’s', async () => {
    const { client } = await colleague(server, 'operator');
    expect((await client.post('/auth/tokens', { ...wanted, role: 'admin' })).body.error).toBe('forbidden');
  });

  it('for a project that its maker does not reach, or for two limits', async () => {
    const theirs = await stranger(server);
    const foreign = await admin.post('/auth/tokens', { ...wanted, project_id: theirs.projectId });
    expect(foreign.body.error).toBe('project_not_found');
    const both = { project_id: await project(admin), account_scope_id: randomUUID() };
    expect((await admin.post('/auth/tokens', { ...wanted, ...both })).body.error).toBe('validation_failed');
  });

  it('and not revoked, by anybody else', async () => {
    const { client } = await colleague(server, 'viewer');
    const { api_token } = await made(client);
    expect((await admin.delete(`/auth/tokens/${api_token.id}`)).status).toBe(404);
  });
});

import { createLogger } from '../../src/http/index.js';
import { colleague, letIn, PASSWORD, project, stranger } from '../support/people.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;
let written: string[] = [];

beforeAll(async () => {
  server = await startTestApp({
    env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '4' },
    logger: createLogger({ LOG_LEVEL: 'info', production: true }, { write: (text) => void written.push(text) }),
  });
});
afterAll(() => server.close());
beforeEach(async () => {
  written = [];
  await server.db.database.query('DELETE FROM login_attempts');
});

interface Row {
  action: string;
  actor_name: string;
  account_scope_id: string | null;
  project_id: string | null;
  after: object | null;
}
const audited = (userId: string) =>
  server.db.database.query<Row>(
    `SELECT action, actor_name, account_scope_id, project_id, after FROM audit_events
     WHERE entity_type = 'user' AND entity_id = $1 AND action LIKE ANY (ARRAY['session.%', 'access.%']) ORDER BY id`,
    [userId],
  );
const logged = (message: string) =>
  written.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === message);

describe('input that the server does not take', () => {
  it('is in the log, with who sent it and nothing of what it held', async () => {
    const { id, client } = await colleague(server, 'viewer');
    written = [];
    await client.post('/auth/tokens', { 'hunter2-as-a-field': 1, name: 'hunter2' });
    expect(logged('input refused')).toEqual([
      expect.objectContaining({ user_id: id, reason: 'validation_failed', method: 'POST', path: '/auth/tokens' }),
    ]);
    expect(written.join()).not.toContain('hunter2');
  });

  it('is there once a minute for the same request, and for visitors too', async () => {
    const visitor = server.visitor();
    for (let i = 0; i < 3; i++) await visitor.post('/auth/login', { username: 'ann' });
    expect(logged('input refused')).toEqual([
      expect.objectContaining({ user_id: null, address: expect.stringContaining('127.0.0.1'), path: '/auth/login' }),
    ]);
  });
});

describe('sign-ins', () => {
  it('are in the log and in the audit, those that succeed and those that are refused', async () => {
    const { id, username } = await colleague(server, 'viewer');
    written = [];
    await server.visitor().post('/auth/login', { username, password: 'not-the-password' });
    await server.visitor().logIn({ username, password: PASSWORD });
    const scope = (await (await server.signIn()).get('/auth/me')).body.account_scope_id as string;
    const inScope = { account_scope_id: scope, project_id: null };
    expect((await audited(id)).slice(-2)).toEqual([
      { ...inScope, action: 'session.refuse', actor_name: 'anonymous', after: { reason: 'wrong_password' } },
      { ...inScope, action: 'session.open', actor_name: username, after: null },
    ]);
    expect(logged('sign-in refused')).toMatchObject([{ user_id: id, reason: 'wrong_password', level: 'warn' }]);
    expect(logged('signed in')[0]).toMatchObject({ user_id: id, address: expect.stringContaining('127.0.0.1') });
  });

  it('of logins that there are not, and too many of them, are in the log only, without what was typed', async () => {
    const count = async () => (await server.db.database.query('SELECT 1 FROM audit_events')).length;
    const before = await count();
    for (let i = 0; i < 3; i++)
      await server.visitor().post('/auth/login', { username: 'a-password-by-mistake', password: 'x' });
    expect(logged('sign-in refused').map(({ reason }) => reason)).toEqual([
      'unknown_login',
      'unknown_login',
      expect.stringContaining('Too many sign-ins'),
    ]);
    expect(await count()).toBe(before);
    expect(written.join('')).not.toContain('by-mistake');
  });

  it('of disabled users say so to the audit, and not to who asks', async () => {
    const { id, username } = await colleague(server, 'viewer');
    await (await server.signIn()).patch(`/users/${id}`, { disabled: true });
    const refused = await server.visitor().post('/auth/login', { username, password: PASSWORD });
    expect(refused.body).toMatchObject({ error: 'invalid_credentials' });
    expect((await audited(id)).at(-1)).toMatchObject({ action: 'session.refuse', after: { reason: 'disabled' } });
  });
});

describe('what people are not allowed', () => {
  it('is in the log and in the audit of their scope', async () => {
    const { id, username, client } = await colleague(server, 'viewer');
    await client.get('/users?limit=5');
    expect((await audited(id)).at(-1)).toMatchObject({
      action: 'access.refuse',
      actor_name: username,
      account_scope_id: expect.any(String),
      after: { reason: 'forbidden', method: 'GET', path: '/users' },
    });
    expect(logged('access refused')).toMatchObject([{ user_id: id, reason: 'forbidden', path: '/users' }]);
  });

  it('is kept once in a minute, however often it is asked', async () => {
    const { id, client } = await colleague(server, 'viewer');
    for (let i = 0; i < 5; i++) expect((await client.get('/users')).status).toBe(403);
    await client.post('/users', {});
    const refusals = (await audited(id)).filter(({ action }) => action === 'access.refuse');
    expect(refusals.map(({ after }) => after)).toEqual([
      { reason: 'forbidden', method: 'GET', path: '/users' },
      { reason: 'forbidden', method: 'POST', path: '/users' },
    ]);
  });

  it('is told by its route where no project is known: a path may name things of another scope', async () => {
    const theirs = await stranger(server);
    const person = await colleague(server, 'viewer');
    await letIn(server, person, theirs.scopeId, 'viewer');
    written = [];
    const path = `/projects/${theirs.projectId}/sources`;
    expect((await person.client.get(path)).status).toBe(403);
    const refusals = (await audited(person.id)).filter(({ action }) => action === 'access.refuse');
    const after = { reason: 'forbidden', method: 'GET', path: '/projects/:id/sources' };
    expect(refusals).toMatchObject([{ after }, { after }]);
    expect(logged('access refused')).toMatchObject([{ path }]);
  });

  it('includes changes without the CSRF token', async () => {
    const { id, client } = await colleague(server, 'admin');
    client.csrf = 'forged';
    await client.post('/projects', { name: 'x' });
    expect((await audited(id)).at(-1)).toMatchObject({ after: { reason: 'csrf_invalid', path: '/projects' } });
  });

  it('is read by the admins of the scope with GET /audit', async () => {
    const admin = await server.signIn();
    const { id, client } = await colleague(server, 'viewer');
    await client.get('/users');
    const projectId = await project(admin);
    const { events } = (await admin.get(`/audit?project_id=${projectId}&action=access.refuse`)).body as {
      events: { entity_id: string }[];
    };
    expect(events.map(({ entity_id }) => entity_id)).toContain(id);
    expect((await server.visitor().post('/auth/login', ADMIN)).status).toBe(200);
  });
});

import { jest } from '@jest/globals';
import { Semaphore } from '../../src/auth/semaphore.js';
import { Passwords } from '../../src/auth/passwords.js';
import { setCookie } from '../support/client.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

describe('signing in', () => {
  it('answers who it is and sets both cookies', async () => {
    const visitor = server.visitor();
    const response = await visitor.post('/auth/login', { ...ADMIN, username: 'ADMIN' });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({
      ok: true,
      username: 'admin',
      role: 'admin',
      memberships: [{ account_scope_id: expect.any(String), role: 'admin' }],
      active_project_id: null,
      csrf_cookie_name: 'csrf_token',
      request_id: response.headers['x-request-id'],
    });
    const session = setCookie(response, 'sid');
    expect(session?.attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=lax', 'path=/']));
    expect(session?.attributes).not.toContain('secure');
    const expires = session?.attributes.find((part) => part.startsWith('expires='))?.slice(8);
    expect(Date.parse(expires ?? '')).toBeGreaterThan(Date.now() + 13.9 * 86_400_000);
    expect(setCookie(response, 'csrf_token')?.attributes).not.toContain('httponly');
    const me = await visitor.get('/auth/me');
    expect(me.body).toMatchObject({ authenticated: true, username: 'admin', role: 'admin', active_project_id: null });
    expect(me.body.account_scope_id).toEqual(expect.any(String));
  });

  it('is the same under /v1', async () => {
    const visitor = server.visitor();
    expect((await visitor.post('/v1/auth/login', ADMIN)).status).toBe(200);
    expect((await visitor.get('/v1/auth/me')).body.authenticated).toBe(true);
  });

  it('tells a visitor that nobody is signed in', async () => {
    const me = await server.visitor().get('/auth/me');
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({ authenticated: false, username: null, role: null, account_scope_id: null });
    expect(me.headers['set-cookie']).toBeUndefined();
  });

  it('gives the same answer for an unknown user, a wrong password and a disabled user', async () => {
    const admin = await server.signIn();
    const user = { username: 'gone', password: 'a-long-enough-password', role: 'viewer' };
    const made = await admin.post('/users', user);
    await admin.patch(`/users/${made.body.user.id}`, { disabled: true });
    const answers = [];
    for (const body of [
      { username: 'nobody', password: 'wrong' },
      { username: 'nobody\0', password: 'wrong' },
      { username: 'admin', password: 'wrong' },
      { username: user.username, password: user.password },
    ]) {
      const { status, body: answer, headers } = await server.visitor().post('/auth/login', body);
      expect(headers['set-cookie']).toBeUndefined();
      answers.push({ status, ...answer, request_id: '' });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 401, error: 'invalid_credentials' });
  });

  it('takes as long for an unknown user as for a known one', async () => {
    // The time of a sign-in is that of the hashes it makes, one by one through this semaphore, each as costly as its parameters.
    const work = jest.spyOn(Semaphore.prototype, 'run');
    const hashes = async (username: string) => {
      work.mockClear();
      await server.visitor().post('/auth/login', { username, password: 'wrong' });
      return work.mock.calls.length;
    };
    expect([await hashes('admin'), await hashes('nobody')]).toEqual([1, 1]);
    work.mockRestore();
    const [admin] = await server.db.database.query<{ password_hash: string }>(
      `SELECT password_hash FROM users WHERE username = 'admin'`,
    );
    const cost = (hash: string) => hash.split('$').slice(0, 4);
    const standIn = server.app.get(Passwords, { strict: false })['unmatched'];
    expect(cost(standIn)).toEqual(cost(admin!.password_hash));
  });

  it.each([
    [{}, ['username', 'password']],
    [{ username: 'admin' }, ['password']],
    [{ username: 5, password: ['x'] }, ['username', 'password']],
    [{ ...ADMIN, role: 'admin' }, ['role']],
    [{ username: 'admin', password: 'x'.repeat(1001) }, ['password']],
  ])('refuses the body %j', async (body, paths) => {
    const response = await server.visitor().post('/auth/login', body);
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ error: 'validation_failed' });
    expect(response.body.details.map((detail: { path: string }) => detail.path)).toEqual(paths);
  });
});

describe('a session', () => {
  it('gets a new id at login: one planted before leads nowhere', async () => {
    const victim = server.visitor();
    const first = setCookie(await victim.logIn(ADMIN), 'sid');
    const planted = `sid=${encodeURIComponent(first?.value ?? '')}`;
    const second = setCookie(await victim.post('/auth/login', ADMIN), 'sid');
    expect(second?.value).not.toBe(first?.value);
    const attacker = await server.visitor().get('/auth/me').set('cookie', planted);
    expect(attacker.body.authenticated).toBe(false);
  });

  it('ends at logout, in the database too, and both cookies are cleared', async () => {
    const client = await server.signIn();
    const login = await client.get('/auth/me');
    const stolen = `sid=${encodeURIComponent(setCookie(login, 'sid')?.value ?? '')}`;
    const response = await client.post('/auth/logout');
    expect(response.status).toBe(200);
    expect(setCookie(response, 'sid')).toMatchObject({ value: '' });
    expect(setCookie(response, 'csrf_token')).toMatchObject({ value: '' });
    expect((await server.visitor().get('/auth/me').set('cookie', stolen)).body.authenticated).toBe(false);
  });

  it('needs no session to log out', async () => {
    expect((await server.visitor().post('/auth/logout')).status).toBe(200);
  });

  it('is not made for visitors', async () => {
    await server.db.database.query('DELETE FROM sessions');
    await server.visitor().get('/auth/me');
    await server.visitor().get('/projects');
    await server.visitor().post('/auth/login', { username: 'admin', password: 'wrong' });
    expect(await server.db.database.query('SELECT 1 FROM sessions')).toEqual([]);
  });

  it('with a changed signature is none', async () => {
    const client = await server.signIn();
    const value = setCookie(await client.get('/auth/me'), 'sid')?.value ?? '';
    const forged = `sid=${encodeURIComponent(`${value.slice(0, -2)}xx`)}`;
    expect((await server.visitor().get('/auth/me').set('cookie', forged)).body.authenticated).toBe(false);
  });

  it('does not come back when a request in flight writes it after the user’s sessions were ended', async () => {
    const admin = await server.signIn();
    const user = { username: 'late', password: 'a-long-enough-password', role: 'viewer' };
    const { id } = (await admin.post('/users', user)).body.user as { id: string };
    const late = await server.signIn(user);
    const [row] = await server.db.database.query<{ sid: string; sess: unknown; expire: Date }>(
      `SELECT * FROM sessions WHERE sess #>> '{passport,user}' = $1`,
      [id],
    );
    await admin.patch(`/users/${id}`, { password: 'another-long-password' });
    await server.db.database.query('INSERT INTO sessions (sid, sess, expire) VALUES ($1, $2, $3)', [
      row?.sid,
      JSON.stringify(row?.sess),
      row?.expire,
    ]);
    expect((await late.get('/projects')).status).toBe(401);
  });

  it('cookie is Secure in production', async () => {
    const production = await startTestApp({
      db: server.db,
      env: { NODE_ENV: 'production', HASH_MEMORY_KIB: undefined },
    });
    const response = await production.visitor().post('/auth/login', ADMIN);
    expect(setCookie(response, 'sid')?.attributes).toEqual(
      expect.arrayContaining(['secure', 'httponly', 'samesite=lax']),
    );
    expect(setCookie(response, 'csrf_token')?.attributes).toContain('secure');
    await production.close();
  });

  it('signed with an older secret of the list is still accepted, and one signed with a dropped secret is not', async () => {
    const value = setCookie(await (await server.signIn()).get('/auth/me'), 'sid')?.value ?? '';
    const cookie = `sid=${encodeURIComponent(value)}`;
    const fresh = 'another-secret-of-the-tests-of-32-characters';
    const authenticated = async (SESSION_SECRET: string) => {
      const app = await startTestApp({ db: server.db, env: { SESSION_SECRET } });
      const me = await app.visitor().get('/auth/me').set('cookie', cookie);
      await app.close();
      return me.body.authenticated as boolean;
    };
    expect(await authenticated(`${fresh},a-secret-of-the-tests-and-of-nobody-else`)).toBe(true);
    expect(await authenticated(fresh)).toBe(false);
  });
});

describe('changes by somebody signed in', () => {
  const body = { name: 'CSRF' };

  it('need the token', async () => {
    const client = await server.signIn();
    const token = client.csrf;
    for (const wrong of [undefined, '', 'x', `${token}x`]) {
      client.csrf = wrong;
      const response = await client.post('/projects', body);
      expect([response.status, response.body.error]).toEqual([403, 'csrf_invalid']);
    }
    client.csrf = token;
    expect((await client.post('/projects', body)).status).toBe(200);
  });

  it('refuse the token of another session, even with its cookie', async () => {
    const [one, other] = [await server.signIn(), await server.signIn()];
    const sid = setCookie(await one.get('/auth/me'), 'sid')?.value ?? '';
    const response = await server
      .visitor()
      .post('/projects', { name: 'Other' })
      .set('cookie', `sid=${encodeURIComponent(sid)}; csrf_token=${other.csrf}`)
      .set('x-csrf-token', other.csrf ?? '');
    expect(response.status).toBe(403);
  });

  it('refuse the right header without the cookie; GET /auth/me sets the cookie again', async () => {
    const client = await server.signIn();
    const sid = `sid=${encodeURIComponent(setCookie(await client.get('/auth/me'), 'sid')?.value ?? '')}`;
    const response = await server
      .visitor()
      .post('/projects', { name: 'No cookie' })
      .set('cookie', sid)
      .set('x-csrf-token', client.csrf ?? '');
    expect(response.status).toBe(403);
    const me = await server.visitor().get('/auth/me').set('cookie', sid);
    expect(setCookie(me, 'csrf_token')?.value).toBe(client.csrf);
  });

  it('include login and logout', async () => {
    const client = await server.signIn();
    client.csrf = 'wrong';
    expect((await client.post('/auth/login', ADMIN)).status).toBe(403);
    expect((await client.post('/auth/logout')).status).toBe(403);
  });
});

describe('another origin', () => {
  it('gets CORS headers only when it is one of ours, exactly', async () => {
    const asked = async (origin: string) =>
      (await server.visitor().get('/auth/me').set('origin', origin)).headers['access-control-allow-origin'];
    expect(await asked('http://localhost:3000')).toBe('http://localhost:3000');
    for (const origin of [
      'http://localhost:30000',
      'https://localhost:3000',
      'http://localhost',
      'http://evil.example',
      'null',
    ]) {
      expect(await asked(origin)).not.toBe(origin);
      expect(await asked(origin)).not.toBe('*');
    }
  });

  it('can’t send a login as a form does', async () => {
    const response = await server.visitor().agent.post('/auth/login').type('form').send(ADMIN);
    expect(response.status).toBe(415);
  });
});

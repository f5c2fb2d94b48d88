import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { PASSWORD } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const CHOSEN = 'a sentence that ann chose';

let server: TestApp;
let admin: Client;

beforeAll(async () => {
  server = await startTestApp({ env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '6' } });
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(() => server.db.database.query('DELETE FROM login_attempts'));

/** A user whom the admin has just made, not signed in. */
async function newcomer(): Promise<{ id: string; username: string }> {
  const username = `u-${randomUUID().slice(0, 8)}`;
  const made = await admin.post('/users', { username, password: PASSWORD, role: 'viewer' });
  expect(made.status).toBe(200);
  return { id: made.body.user.id as string, username };
}

const entered = async (username: string, password = PASSWORD) => {
  const client = server.visitor();
  await client.logIn({ username, password });
  return client;
};
const change = (client: Client, current_password: string, new_password: string) =>
  client.patch('/auth/password', { current_password, new_password });

describe('a password that somebody else set', () => {
  it('opens nothing but the change of it', async () => {
    const { username } = await newcomer();
    const client = await entered(username);
    expect((await client.get('/auth/me')).body).toMatchObject({ username, password_change_required: true });
    for (const path of ['/projects', '/auth/sessions', '/auth/tokens']) {
      const refused = await client.get(path);
      expect([refused.status, refused.body.error]).toEqual([403, 'password_change_required']);
      expect(refused.body.message).toContain('PATCH /auth/password');
    }
    expect((await change(client, PASSWORD, CHOSEN)).status).toBe(200);
    expect((await client.get('/projects')).status).toBe(200);
    expect((await client.get('/auth/me')).body.password_change_required).toBe(false);
  });

  it('is temporary again after an admin sets another one', async () => {
    const { id, username } = await newcomer();
    await change(await entered(username), PASSWORD, CHOSEN);
    expect((await admin.patch(`/users/${id}`, { password: 'set by an admin today' })).status).toBe(200);
    const client = await entered(username, 'set by an admin today');
    expect((await client.get('/projects')).body.error).toBe('password_change_required');
  });
});

describe('a change of one’s own password', () => {
  it('ends the other sessions and goes on in this one, with a new CSRF token', async () => {
    const { id, username } = await newcomer();
    const [here, elsewhere] = [await entered(username), await entered(username)];
    const token = here.csrf;
    expect((await change(here, PASSWORD, CHOSEN)).status).toBe(200);
    expect(here.csrf).not.toBe(token);
    expect((await here.post('/auth/logout')).status).toBe(200);
    expect((await elsewhere.get('/projects')).status).toBe(401);
    expect((await server.visitor().post('/auth/login', { username, password: PASSWORD })).status).toBe(401);
    expect((await (await entered(username, CHOSEN)).get('/projects')).status).toBe(200);
    const rows = await server.db.database.query<{ actor_name: string }>(
      `SELECT actor_name FROM audit_events WHERE action = 'user.password_change' AND entity_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_name: username }]);
  });

  it('asks for the current one, and not for long: guesses are counted like sign-ins', async () => {
    const { username } = await newcomer();
    const client = await entered(username);
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await change(client, 'a wrong password', CHOSEN)).body);
    expect(statuses.slice(0, 6)).toEqual(
      Array.from({ length: 6 }, () =>
        expect.objectContaining({
          error: 'validation_failed',
          details: [{ path: 'current_password', problem: 'is not your password' }],
        }),
      ),
    );
    expect(statuses[6]).toMatchObject({ error: 'rate_limited' });
  });

  it('is open to who is signed in on a device of theirs, whatever strangers try on the login', async () => {
    const { username } = await newcomer();
    const client = await entered(username);
    await change(client, PASSWORD, CHOSEN);
    const tried = [];
    for (let i = 0; i < 4; i++)
      tried.push((await server.visitor().post('/auth/login', { username, password: 'a wrong one' })).status);
    expect(tried).toEqual([401, 401, 401, 429]);
    const current_password = CHOSEN;
    expect((await client.post('/auth/reauthenticate', { current_password })).status).toBe(200);
    expect((await client.post('/auth/second-factor', { current_password })).status).toBe(200);
    expect((await change(client, CHOSEN, 'another sentence of hers')).status).toBe(200);
  });

  it.each([
    ['short-pass1', 'must be 12 to 200 characters long'],
    ['x'.repeat(201), 'must be 12 to 200 characters long'],
    ['password1234', expect.stringContaining('is a common password')],
    ['qwertyuiop12', expect.stringContaining('is a common password')],
    ['kag-default-26', expect.stringContaining('is made of your login')],
    [PASSWORD, 'must differ from the current one'],
  ])('refuses %s', async (wanted, problem) => {
    const { username } = await newcomer();
    const refused = await change(await entered(username), PASSWORD, wanted);
    expect([refused.status, refused.body.details]).toEqual([400, [{ path: 'new_password', problem }]]);
  });

  it('refuses what is little more than the login', async () => {
    const { username } = await newcomer();
    const refused = await change(await entered(username), PASSWORD, `${username}-${username}`);
    expect(refused.body.details[0].problem).toContain('is made of your login');
  });

  it('needs the CSRF token, and somebody signed in', async () => {
    const { username } = await newcomer();
    const client = await entered(username);
    client.csrf = 'wrong';
    expect((await change(client, PASSWORD, CHOSEN)).body.error).toBe('csrf_invalid');
    expect((await change(server.visitor(), PASSWORD, CHOSEN)).status).toBe(401);
  });
});

describe('an admin', () => {
  it.each(['password1234', 'trustno1trustno1'])('can’t give the common password %s', async (password) => {
    const refused = await admin.post('/users', { username: 'somebody', password, role: 'viewer' });
    expect([refused.status, refused.body.details[0].path]).toEqual([400, 'password']);
    const { id } = await newcomer();
    expect((await admin.patch(`/users/${id}`, { password })).body.details[0].path).toBe('password');
  });
});

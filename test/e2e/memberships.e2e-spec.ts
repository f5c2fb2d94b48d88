import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/http/index.js';
import { addedBy, letIn, newcomer, PASSWORD, stranger, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const UNKNOWN = '3b241101-e2bb-4255-8caf-4136c566a962';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp({ env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' } });
});
afterAll(() => server.close());

const added = (admin: Person, role: Role, scopes?: string[]) => addedBy(server, admin.client, role, scopes);
const change = async (admin: Person, { id }: { id: string }, body: object) =>
  (await admin.client.patch(`/users/${id}`, body)).body;
/** An admin of two account scopes. */
async function adminOfTwo() {
  const [admin, other] = [await newcomer(server), await newcomer(server)];
  await letIn(server, admin, other.scopeId, 'admin');
  return { admin, one: admin.scopeId, two: other.scopeId, other };
}

describe('a user', () => {
  it('is not made without an account scope', async () => {
    const { admin, one, two } = await adminOfTwo();
    const body = { username: `u-${randomUUID()}`, password: PASSWORD, role: 'viewer' };
    const unsaid = await admin.client.post('/users', body);
    expect(unsaid.body).toMatchObject({
      status: 400,
      details: [
        { path: 'account_scope_ids', problem: expect.stringContaining('must name one of your account scopes') },
      ],
    });
    expect(unsaid.body.details[0].problem).toContain(one);
    const none = await admin.client.post('/users', { ...body, account_scope_ids: [] });
    expect(none.body).toMatchObject({ status: 400, details: [{ path: 'account_scope_ids' }] });
    const made = await admin.client.post('/users', { ...body, account_scope_ids: [two] });
    expect(made.body.user).toMatchObject({ memberships: [{ account_scope_id: two, role: 'viewer' }] });
  });

  it('does not leave the last scope', async () => {
    const admin = await newcomer(server);
    const user = await added(admin, 'viewer');
    for (const body of [{ account_scope_ids: [] }, { memberships: [] }]) {
      expect(await change(admin, user, body)).toMatchObject({ status: 409, error: 'conflict' });
    }
    expect(await change(admin, user, {})).toMatchObject({ user: { account_scope_ids: [admin.scopeId] } });
  });

  it('belongs to a scope in the database too', async () => {
    const { database } = server.db;
    const admin = await newcomer(server);
    await expect(
      database.query(`INSERT INTO users (username, password_hash) VALUES ($1, 'x')`, [randomUUID()]),
    ).rejects.toThrow('must belong to an account scope');
    await expect(database.query('DELETE FROM user_scopes WHERE user_id = $1', [admin.id])).rejects.toThrow(
      'must belong to an account scope',
    );
    await expect(database.query('DELETE FROM account_scopes WHERE id = $1', [admin.scopeId])).rejects.toThrow(
      'must belong to an account scope',
    );
    await database.query('DELETE FROM users WHERE id = $1', [admin.id]);
  });

  it('keeps one of two scopes that are taken away at once', async () => {
    const { admin, other } = await adminOfTwo();
    const user = await added(admin, 'viewer', [admin.scopeId]);
    await letIn(server, user, other.scopeId, 'viewer');
    const mine = { memberships: [] };
    await server.db.database.query('DELETE FROM user_scopes WHERE user_id = $1 AND account_scope_id = $2', [
      admin.id,
      other.scopeId,
    ]);
    const answers = await Promise.all([change(admin, user, mine), change(other, user, mine)]);
    expect(answers.filter((answer) => answer.error === 'conflict')).toHaveLength(1);
    const left = await server.db.database.query('SELECT FROM user_scopes WHERE user_id = $1', [user.id]);
    expect(left).toHaveLength(1);
  });
});

describe('a role', () => {
  it('is one in each scope', async () => {
    const { admin, one, two } = await adminOfTwo();
    const user = await added(admin, 'viewer', [one, two]);
    const memberships = [
      { account_scope_id: one, role: 'admin' },
      { account_scope_id: two, role: 'operator' },
    ];
    const changed = await change(admin, user, { memberships });
    expect(changed.user.memberships).toEqual(expect.arrayContaining(memberships));
    expect(changed.user).toMatchObject({ role: 'operator' });
    expect((await change(admin, user, { account_scope_ids: [one] })).user).toMatchObject({
      role: 'admin',
      memberships: [{ account_scope_id: one, role: 'admin' }],
    });
    expect((await change(admin, user, { role: 'viewer', account_scope_ids: [one, two] })).user.memberships).toEqual(
      expect.arrayContaining([one, two].map((account_scope_id) => ({ account_scope_id, role: 'viewer' }))),
    );
  });

  it.each([
    [{ memberships: [], role: 'viewer' }, 'memberships'],
    [{ memberships: [], account_scope_ids: [] }, 'memberships'],
    [{ memberships: [{ account_scope_id: UNKNOWN, role: 'admin' }] }, 'memberships'],
    [{ memberships: [{ account_scope_id: 'x', role: 'admin' }] }, 'memberships.0.account_scope_id'],
    [{ memberships: [{ account_scope_id: UNKNOWN }] }, 'memberships.0.role'],
    [{ memberships: null }, 'memberships'],
    [{ memberships: ['x'] }, 'memberships'],
    [{ memberships: [[]] }, 'memberships'],
  ])('is not changed by %j', async (body, path) => {
    const admin = await newcomer(server);
    const answer = await change(admin, await added(admin, 'viewer'), body);
    expect(answer).toMatchObject({ status: 400, error: 'validation_failed' });
    expect(answer.details[0].path).toMatch(new RegExp(`^${path}`));
  });

  it('of an admin of another scope gives nothing here: neither the users, nor their passwords, nor roles', async () => {
    const theirs = await newcomer(server);
    const peeking = await newcomer(server);
    await letIn(server, peeking, theirs.scopeId, 'operator');
    const user = await added(theirs, 'viewer');
    expect(JSON.stringify((await peeking.client.get('/users?limit=200')).body)).not.toContain(user.id);
    for (const body of [{ password: PASSWORD }, { role: 'admin' }, { disabled: true }, {}]) {
      expect(await change(peeking, user, body)).toMatchObject({ status: 404, error: 'not_found' });
    }
    const both = { account_scope_ids: [peeking.scopeId, theirs.scopeId] };
    expect(await change(peeking, peeking, both)).toMatchObject({ status: 400 });
    const body = { username: randomUUID(), password: PASSWORD, role: 'admin', account_scope_ids: [theirs.scopeId] };
    expect((await peeking.client.post('/users', body)).body).toMatchObject({ status: 400 });
  });

  it('leaves every scope an enabled admin of its own', async () => {
    const { admin, one, two } = await adminOfTwo();
    expect(await change(admin, admin, { memberships: [{ account_scope_id: two, role: 'admin' }] })).toMatchObject({
      status: 409,
      error: 'conflict',
    });
    expect(await change(admin, admin, { memberships: [{ account_scope_id: one, role: 'admin' }] })).toMatchObject({
      user: { account_scope_ids: [one] },
    });
  });

  it('that is new signs out a user of this scope, and not one who is signed in elsewhere too', async () => {
    const [admin, theirs] = [await newcomer(server), await stranger(server)];
    const user = await added(admin, 'viewer');
    await letIn(server, user, theirs.scopeId, 'viewer');
    await change(admin, user, { role: 'operator' });
    expect((await user.client.get('/auth/me')).body).toMatchObject({ authenticated: true, role: 'viewer' });
    await change(theirs, user, { account_scope_ids: [] });
    await change(admin, user, { role: 'admin' });
    expect((await user.client.get('/auth/me')).body).toMatchObject({ authenticated: false });
  });
});

describe('a login that is in use', () => {
  it('is answered alike for any owner', async () => {
    const [admin, theirs] = [await newcomer(server), await newcomer(server)];
    const seen = await added(admin, 'viewer');
    const [foreign, disabled] = [await added(theirs, 'admin'), await added(theirs, 'viewer')];
    await change(theirs, disabled, { disabled: true });
    const answers = [];
    for (const { username } of [seen, foreign, disabled]) {
      const { body } = await admin.client.post('/users', { username, password: PASSWORD, role: 'viewer' });
      answers.push(JSON.stringify({ ...body, request_id: '' }).replaceAll(username, 'LOGIN'));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"status":409');
  });
});

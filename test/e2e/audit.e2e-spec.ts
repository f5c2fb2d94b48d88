import { colleague, letIn, newcomer, PASSWORD, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

interface Shown {
  id: number;
  action: string;
  entity_id: string;
}

describe('GET /audit', () => {
  it('shows who changed what, in which request, without secrets', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    const made = await admin
      .post('/users', { username: 'ann', password: PASSWORD, role: 'viewer' })
      .set('x-request-id', 'the-request');
    const changed = await admin.patch(`/users/${made.body.user.id}`, {
      role: 'operator',
      password: 'another-long-password',
    });
    expect(changed.status).toBe(200);
    const { body } = await admin.get(`/audit?project_id=${id}`);
    const events = body.events as Shown[];
    expect(events.find((event) => event.action === 'project.create' && event.entity_id === id)).toMatchObject({
      actor_name: 'admin',
      project_id: id,
      before: null,
    });
    expect(
      events.find((event) => event.action === 'user.create' && event.entity_id === made.body.user.id),
    ).toMatchObject({
      request_id: 'the-request',
      address: expect.stringContaining('127.0.0.1'),
      after: { username: 'ann', role: 'viewer' },
    });
    expect(events.find((event) => event.action === 'user.update')).toMatchObject({
      before: { role: 'viewer' },
      after: { role: 'operator', password_changed: true },
    });
    expect(JSON.stringify(body)).not.toMatch(/argon2|long-/);
  });

  it('goes on page by page without repeats, and narrows to an action', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    for (const name of ['x', 'y', 'z']) await admin.put(`/projects/${id}/sources/linear`, { external_id: name });
    const seen: Shown[] = [];
    let cursor = '';
    do {
      const page = await admin.get(
        `/audit?project_id=${id}&action=project_source.put&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...(page.body.events as Shown[]));
      cursor = (page.body.next_cursor as string | null) ?? '';
    } while (cursor);
    expect(seen).toHaveLength(3);
    expect(seen.map((event) => event.id)).toEqual([...new Set(seen.map((event) => event.id))].sort((a, b) => b - a));
  });

  it('never shows other account scopes', async () => {
    const theirs = await stranger(server);
    const admin = await server.signIn();
    const id = await project(admin);
    const body = JSON.stringify((await admin.get(`/audit?project_id=${id}&limit=200`)).body);
    expect(body).not.toContain(theirs.projectId);
    expect(body).not.toContain(theirs.scopeId);
    expect((await admin.get(`/audit?project_id=${theirs.projectId}`)).body.error).toBe('project_not_found');
  });

  it('has rows about a user in each of their scopes, and names no other scope', async () => {
    const theirs = await stranger(server);
    const ours = await stranger(server);
    const both = (await ours.client.post('/users', { username: 'in-both', password: PASSWORD, role: 'viewer' })).body;
    await letIn(server, both.user, theirs.scopeId, 'viewer');
    await letIn(server, ours, theirs.scopeId, 'viewer');
    await ours.client.patch(`/users/${both.user.id}`, { role: 'admin' });
    await theirs.client.patch(`/users/${both.user.id}`, { role: 'operator' });
    const rows = async (reader: typeof ours) => {
      const path = `/audit?project_id=${reader.projectId}&action=user.update`;
      return (await reader.client.get(path)).body.events as object[];
    };
    expect(await rows(ours)).toMatchObject([
      {
        entity_id: both.user.id,
        before: { role: 'viewer' },
        after: { role: 'admin', account_scope_ids: [ours.scopeId] },
      },
    ]);
    expect(await rows(theirs)).toMatchObject([
      { before: { role: 'viewer' }, after: { role: 'operator', account_scope_ids: [theirs.scopeId] } },
    ]);
    expect(JSON.stringify(await rows(theirs))).not.toContain(ours.scopeId);
    // A viewer of the scope does not read them, though an admin of another one.
    const peeked = await ours.client.get(`/audit?project_id=${theirs.projectId}`);
    expect([peeked.status, peeked.body.error]).toEqual([403, 'forbidden']);
  });

  it('has a row about a password or a state in every scope of the user', async () => {
    const one = await stranger(server);
    const two = await stranger(server);
    await letIn(server, one, two.scopeId, 'admin');
    const account_scope_ids = [one.scopeId, two.scopeId];
    const body = { username: 'of-two', password: PASSWORD, role: 'viewer', account_scope_ids };
    const made = await one.client.post('/users', body);
    await one.client.patch(`/users/${made.body.user.id}`, { disabled: true });
    for (const { projectId } of [one, two]) {
      const { events } = (await one.client.get(`/audit?project_id=${projectId}&action=user.update`)).body;
      expect(events).toMatchObject([{ before: { disabled: false }, after: { disabled: true } }]);
    }
  });

  it('is for admins, and needs a project', async () => {
    const operator = await colleague(server, 'operator');
    expect((await operator.client.get('/audit')).status).toBe(403);
    const alone = await newcomer(server);
    expect((await alone.client.get('/audit')).body.error).toBe('active_project_required');
  });

  it.each(['cursor=e30', 'cursor=WyJ4Il0', 'limit=1000', 'action=%00', 'x=1'])('refuses ?%s', async (query) => {
    const admin = await server.signIn();
    const id = await project(admin);
    expect((await admin.get(`/audit?project_id=${id}&${query}`)).body.error).toBe('validation_failed');
  });

  it('has nothing of a change that failed', async () => {
    const admin = await server.signIn();
    const name = 'Twice';
    await admin.post('/projects', { name });
    await admin.post('/projects', { name });
    const rows = await server.db.database.query(`SELECT 1 FROM audit_events WHERE after ->> 'name' = $1`, [name]);
    expect(rows).toHaveLength(1);
  });
});

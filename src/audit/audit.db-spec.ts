import { randomUUID } from 'node:crypto';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { runInContext } from '../http/request-context.js';
import { AuditLog } from './audit-log.js';
import { AuditRepository } from './audit.repository.js';

let db: TestDatabase;
const log = new AuditLog();
const project = { id: randomUUID(), name: 'Acme', account_scope_id: randomUUID() };
const everything = {
  project_id: project.id,
  account_scope_id: project.account_scope_id,
  action: null,
  before_id: null,
  limit: 10,
};

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe('the audit', () => {
  it('takes actor, request and address from the request being served, and keeps secrets out', async () => {
    const user = { id: randomUUID(), username: 'ann', memberships: [] };
    const context = {
      requestId: 'r-1',
      method: 'POST',
      path: '/x',
      address: '203.0.113.7',
      user,
      credential: null,
      project,
    };
    await runInContext(context, () =>
      log.record(db.database, {
        action: 'thing.create',
        entity_type: 'thing',
        entity_id: '1',
        after: { api_token: 'abc' },
      }),
    );
    const [event] = await new AuditRepository(db.database).latest(everything);
    expect(event).toMatchObject({
      actor_id: user.id,
      actor_name: 'ann',
      project_id: project.id,
      request_id: 'r-1',
      address: '203.0.113.7',
      after: { api_token: '[removed]' },
    });
  });

  it('goes with its transaction', async () => {
    const failed = db.database.transaction(async (tx) => {
      await log.record(tx, { action: 'thing.undone', entity_type: 'thing', entity_id: '2', project_id: project.id });
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await new AuditRepository(db.database).latest({ ...everything, action: 'thing.undone' })).toEqual([]);
  });

  it('shows the project and what is above it in its scope, never another project', async () => {
    const entry = { entity_type: 'thing', entity_id: '3', account_scope_id: project.account_scope_id };
    await log.record(db.database, { ...entry, action: 'scope.wide', project_id: null });
    await log.record(db.database, { ...entry, action: 'other.project', project_id: randomUUID() });
    const actions = (await new AuditRepository(db.database).latest(everything)).map((event) => event.action);
    expect(actions).toContain('scope.wide');
    expect(actions).not.toContain('other.project');
  });

  it.each(['UPDATE audit_events SET actor_name = $$nobody$$', 'DELETE FROM audit_events'])(
    'refuses %s',
    async (statement) => {
      await expect(db.database.query(statement)).rejects.toThrow('append-only');
    },
  );
});

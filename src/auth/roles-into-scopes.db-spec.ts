import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { PutRolesIntoScopes1763902460000 } from '../../migrations/1763902460000-put-roles-into-scopes.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dataSourceOptions } from '../database/data-source-options.js';

let db: TestDatabase;
let source: DataSource;
let runner: QueryRunner;
const migration = new PutRolesIntoScopes1763902460000();

beforeAll(async () => {
  db = await openTestDatabase();
  source = await new DataSource(dataSourceOptions(db.url, 1)).initialize();
  runner = source.createQueryRunner();
});
afterAll(async () => {
  await source.destroy();
  await db.close();
});

const memberships = () =>
  db.database.query<{ username: string; key: string; role: string; disabled: boolean; users_role: string }>(
    `SELECT u.username, s.key, us.role, u.disabled_at IS NOT NULL AS disabled, u.role AS users_role
     FROM users u JOIN user_scopes us ON us.user_id = u.id JOIN account_scopes s ON s.id = us.account_scope_id
     ORDER BY u.username, s.key`,
  );

describe('roles of before', () => {
  it('go into each membership; users without one join the default scope, disabled and as viewers', async () => {
    await migration.down(runner);
    await runner.query(`INSERT INTO account_scopes (key, name) VALUES ('one', 'One'), ('two', 'Two')`);
    await runner.query(
      `INSERT INTO users (username, password_hash, role) VALUES ('ann', 'x', 'admin'), ('bob', 'x', 'operator'), ('eve', 'x', 'admin')`,
    );
    await runner.query(
      `INSERT INTO user_scopes (user_id, account_scope_id)
       SELECT u.id, s.id FROM users u CROSS JOIN account_scopes s
       WHERE (u.username, s.key) IN (('ann', 'one'), ('ann', 'two'), ('bob', 'one'))`,
    );
    await migration.up(runner);
    expect(await memberships()).toEqual([
      { username: 'ann', key: 'one', role: 'admin', disabled: false, users_role: 'admin' },
      { username: 'ann', key: 'two', role: 'admin', disabled: false, users_role: 'admin' },
      { username: 'bob', key: 'one', role: 'operator', disabled: false, users_role: 'operator' },
      { username: 'eve', key: 'default', role: 'viewer', disabled: true, users_role: 'viewer' },
    ]);
    const [eve] = await db.database.query(`SELECT session_epoch FROM users WHERE username = 'eve'`);
    expect(eve).toEqual({ session_epoch: 1 });
  });

  it('are the lowest of a user’s roles for servers of the release before, and after the migration is undone', async () => {
    const usersRole = async () =>
      (await db.database.query<{ role: string }>(`SELECT role FROM users WHERE username = 'ann'`))[0]?.role;
    const ofAnn = `user_id = (SELECT id FROM users WHERE username = 'ann')`;
    const inScope = (key: string) => `account_scope_id = (SELECT id FROM account_scopes WHERE key = '${key}')`;
    await db.database.query(`UPDATE user_scopes SET role = 'operator' WHERE ${ofAnn} AND ${inScope('one')}`);
    expect(await usersRole()).toBe('operator');
    await db.database.query(`DELETE FROM user_scopes WHERE ${ofAnn} AND ${inScope('one')}`);
    expect(await usersRole()).toBe('admin');
    await db.database.query(
      `INSERT INTO user_scopes (user_id, account_scope_id)
       SELECT u.id, s.id FROM users u, account_scopes s WHERE u.username = 'ann' AND s.key = 'one'`,
    );
    expect(await usersRole()).toBe('viewer');
    await migration.down(runner);
    expect(await usersRole()).toBe('viewer');
    await migration.up(runner);
  });
});

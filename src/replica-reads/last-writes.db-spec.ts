import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { LOG_POSITION } from '../database/index.js';
import { LastWritesRepository } from './last-writes.repository.js';

let db: TestDatabase;
let writes: LastWritesRepository;
let user: string;
beforeAll(async () => {
  db = await openTestDatabase();
  writes = new LastWritesRepository(db.database);
  // In one statement: a user without an account scope is refused at its end.
  const [row] = await db.database.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ('writes', 'Writes') RETURNING id),
       made AS (INSERT INTO users (username, password_hash) VALUES ('writer', 'hash') RETURNING id),
       member AS (INSERT INTO user_scopes (user_id, account_scope_id, role) SELECT made.id, scope.id, 'viewer' FROM made, scope)
     SELECT id FROM made`,
  );
  user = row!.id;
});
afterAll(() => db.close());

const position = async (): Promise<bigint> =>
  BigInt((await db.database.query<{ at: string }>(`SELECT ${LOG_POSITION}::text AS at`))[0]!.at);

it('knows of nothing before there was a change', async () => {
  expect(await writes.of(user, 60)).toBeNull();
});

it('keeps how far the log reached after the latest change', async () => {
  const before = await position();
  await writes.note(user);
  const first = await writes.of(user, 60);
  expect(first! >= before).toBe(true);
  await db.database.run(`UPDATE users SET updated_at = now() WHERE id = $1`, [user]);
  const between = await position();
  await writes.note(user);
  const second = await writes.of(user, 60);
  expect([second! >= between, between > first!]).toEqual([true, true]);
});

it('never goes back, however many change at once', async () => {
  const before = await position();
  await Promise.all(Array.from({ length: 8 }, () => writes.note(user)));
  expect((await writes.of(user, 60))! >= before).toBe(true);
  expect(await db.database.query('SELECT count(*)::int AS rows FROM last_writes')).toEqual([{ rows: 1 }]);
});

it('forgets it in time: another database may come in place of this one', async () => {
  await db.database.run(`UPDATE last_writes SET written_at = now() - interval '61 seconds'`);
  expect(await writes.of(user, 60)).toBeNull();
  expect(await writes.of(user, 120)).not.toBeNull();
});

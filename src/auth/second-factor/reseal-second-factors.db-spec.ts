import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { readConfig } from '../../config/read-config.js';
import { SecretSeal } from '../../projects/index.js';
import { resealSecondFactors } from './reseal-second-factors.js';
import { placeOf } from './second-factors.service.js';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const sealWith = (now: number, ...before: number[]) =>
  new SecretSeal(
    readConfig({ NODE_ENV: 'test', SECRETS_KEY: key(now), SECRETS_KEYS_BEFORE: before.map(key).join(',') }),
  );
const [OLD, NEW, OTHER] = [1, 2, 3];

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** Id of a user with this second factor. */
async function user(username: string, seal: SecretSeal): Promise<string> {
  const [row] = await db.database.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ($1, $1) RETURNING id),
       made AS (INSERT INTO users (username, password_hash, role) VALUES ($1, 'x', 'viewer') RETURNING id)
     INSERT INTO user_scopes (user_id, account_scope_id, role) SELECT made.id, scope.id, 'viewer' FROM made, scope
     RETURNING user_id AS id`,
    [username],
  );
  const id = row?.id ?? '';
  await db.database.query('UPDATE users SET totp_sealed = $2 WHERE id = $1', [id, seal.close('SECRET', placeOf(id))]);
  return id;
}

it('second factors are put under the new key, and those that no key opens are named', async () => {
  const old = await user('old', sealWith(OLD));
  await user('new', sealWith(NEW));
  const lost = await user('lost', sealWith(OTHER));
  const seal = sealWith(NEW, OLD);
  expect(await resealSecondFactors(db.database, seal)).toEqual({
    current: 1,
    resealed: 1,
    unreadable: [`the user ${lost}`],
  });
  const [row] = await db.database.query<{ totp_sealed: Buffer }>('SELECT totp_sealed FROM users WHERE id = $1', [old]);
  expect(sealWith(NEW).open(row!.totp_sealed, placeOf(old))).toBe('SECRET');
  expect(await resealSecondFactors(db.database, seal)).toMatchObject({ current: 2, resealed: 0 });
});

import type { Sql } from '../../database/index.js';
import type { SecretSeal } from '../../projects/index.js';
import { placeOf } from './second-factors.service.js';

/** Seals again, under SECRETS_KEY, the second factors that a key before it sealed. */
export async function resealSecondFactors(sql: Sql, seal: SecretSeal) {
  const done = { current: 0, resealed: 0, unreadable: [] as string[] };
  const rows = await sql.query<{ id: string; sealed: Buffer }>(
    'SELECT id, totp_sealed AS sealed FROM users WHERE totp_sealed IS NOT NULL ORDER BY id',
  );
  for (const { id, sealed } of rows) {
    const place = placeOf(id);
    const secret = seal.open(sealed, place);
    if (secret === null) done.unreadable.push(`the user ${id}`);
    else if (seal.isCurrent(sealed, place)) done.current++;
    else {
      // One that changed meanwhile was sealed by a server that has the new key.
      const { affected } = await sql.run('UPDATE users SET totp_sealed = $3 WHERE id = $1 AND totp_sealed = $2', [
        id,
        sealed,
        seal.close(secret, place),
      ]);
      done.resealed += affected;
    }
  }
  return done;
}

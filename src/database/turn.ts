import { AppError } from '../common/app-error.js';
import { wait } from '../common/wait.js';
import { ServerClient } from './server-client.js';

const TURN_EVERY_MS = 200;
const TURN_DEADLINE_MS = 300_000;

/**
 * Does work that no other process may do meanwhile, on connections of the work's own: the lock has one to itself.
 * @param lock any fixed number; all work of the same one takes turns
 * @throws AppError `service_unavailable` where another process has been at it for five minutes
 */
export async function inTurn<T>(url: string, lock: number, work: () => Promise<T>): Promise<T> {
  const client = new ServerClient({
    connectionString: url,
    application_name: 'kag-server turn',
    connectionTimeoutMillis: 10_000,
    // A small pooler has no session for a statement while another process migrates.
    query_timeout: TURN_DEADLINE_MS,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await takeTurn(client, lock);
    return await work();
  } finally {
    // Ending the session frees the lock even where this fails.
    await client.query(client.pooled ? 'ROLLBACK' : `SELECT pg_advisory_unlock(${lock})`).catch(() => {});
    await client.end();
  }
}

/**
 * Waits for the lock. It is asked for again and again: a statement that waited for it would hold up the building of
 * indexes, which waits for all older statements.
 */
async function takeTurn(client: ServerClient, lock: number): Promise<void> {
  const deadline = performance.now() + TURN_DEADLINE_MS;
  while (performance.now() < deadline) {
    if (await taken(client, lock)) return;
    await wait(TURN_EVERY_MS);
  }
  throw new AppError(
    'service_unavailable',
    'Another process has been migrating the database for five minutes; end it, and start again.',
  );
}

/** Through a pooler a session is one's own for a transaction only: there, the lock is the transaction's. */
async function taken(client: ServerClient, lock: number): Promise<boolean> {
  const of = client.pooled ? 'xact_' : '';
  if (client.pooled) await client.query(client.begin);
  const { rows } = await client.query<{ taken: boolean }>(`SELECT pg_try_advisory_${of}lock($1) AS taken`, [lock]);
  const has = rows[0]?.taken ?? false;
  if (client.pooled && !has) await client.query('ROLLBACK');
  return has;
}

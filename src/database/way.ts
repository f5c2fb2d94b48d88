import { AppError } from '../common/app-error.js';
import { databaseFailure } from './database-failure.js';
import type { ConnectionPath } from './location.js';
import { ServerClient } from './server-client.js';

/**
 * How the server gets to its database. A pooler is seen by itself; another address in `direct` says that there is one,
 * too, and then nothing is listened to through it.
 * @param direct DATABASE_DIRECT_URL; null where it is not set
 * @throws AppError `service_unavailable` where it leads to a pooler too, or to another database
 */
export async function wayTo(url: string, direct: string | null): Promise<Required<ConnectionPath>> {
  const seen = await look(url);
  if (direct === null) return { pooled: seen.pooled, direct };
  const past = await look(direct).catch((error: unknown) => {
    throw databaseFailure(error, direct) ?? error;
  });
  if (past.pooled) throw new AppError('service_unavailable', TO_A_POOLER);
  if (past.database !== seen.database) throw new AppError('service_unavailable', ELSEWHERE);
  return { pooled: seen.pooled || direct !== url, direct };
}

const TO_A_POOLER =
  'DATABASE_DIRECT_URL leads to a pooler. Name the host and port of PostgreSQL itself, or leave it unset.';
const ELSEWHERE =
  'DATABASE_DIRECT_URL leads to another database than DATABASE_URL does. Name the same one, on the same server, past the pooler.';

/** A small pooler has no session for a statement while another process migrates. */
const ANSWER_MS = 60_000;

async function look(url: string): Promise<{ pooled: boolean; database: string }> {
  const client = new ServerClient({
    connectionString: url,
    application_name: 'kag-server look',
    connectionTimeoutMillis: 10_000,
    query_timeout: ANSWER_MS,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ database: string }>(
      `SELECT concat_ws(' ', oid, extract(epoch FROM pg_postmaster_start_time())) AS database
       FROM pg_database WHERE datname = current_database()`,
    );
    return { pooled: client.pooled, database: rows[0]?.database ?? '' };
  } finally {
    await client.end();
  }
}

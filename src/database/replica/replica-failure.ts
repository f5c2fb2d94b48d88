import pg from 'pg';
import { databaseAway } from '../../common/database-away.js';

/** What a standby may fail a read with that the primary is then asked for. */
export type ReplicaFailure = 'conflict' | 'slow' | 'lost' | 'refused';

/** Of a statement that stood in the way of what the standby had to replay. */
const CONFLICT = /due to conflict with recovery/;
/** Too much to do, which says nothing of the next statement. */
const SLOW = /^(Query read timeout|timeout exceeded when trying to connect)$/;
const CANCELLED = '57014';

/**
 * What kind of failure it is. The primary refuses again what is wrong with a statement itself, in its own words; so
 * everything that the database or its driver says is one.
 * @returns null for what neither of them threw
 */
export function replicaFailure(error: unknown): ReplicaFailure | null {
  if (!(error instanceof Error)) return null;
  const { message, code } = error as Error & { code?: unknown };
  if (CONFLICT.test(message)) return 'conflict';
  if (code === CANCELLED || SLOW.test(message)) return 'slow';
  if (databaseAway(error) !== null && code !== READ_ONLY) return 'lost';
  return error instanceof pg.DatabaseError ? 'refused' : null;
}

/** A statement that writes: a standby is read-only for good. */
const READ_ONLY = '25006';

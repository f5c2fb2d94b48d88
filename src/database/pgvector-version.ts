import { AppError } from '../common/app-error.js';
import { isBelow } from '../common/version.js';

/** Below it there is no iterative scan; the server refuses to start. */
const LEAST = [0, 8, 0] as const;
/** Below it HNSW has known faults; the server warns. */
const ADVISED = [0, 8, 4] as const;

export interface PgvectorVersion {
  version: string;
  /** Null when there is nothing to say. */
  warning: string | null;
}

/**
 * The installed pgvector's version and whether it deserves a warning.
 * @throws AppError `service_unavailable` below 0.8.
 */
export async function assertPgvector(query: (text: string) => Promise<unknown[]>): Promise<PgvectorVersion> {
  const rows = (await query(`SELECT extversion FROM pg_extension WHERE extname = 'vector'`)) as {
    extversion: string;
  }[];
  const version = rows[0]?.extversion ?? '0';
  if (isBelow(version, LEAST)) {
    throw new AppError(
      'service_unavailable',
      `The database has pgvector ${version}; the server needs 0.8 or newer. Install it, then run: ALTER EXTENSION vector UPDATE`,
    );
  }
  return {
    version,
    warning: isBelow(version, ADVISED) ? `pgvector ${version} has known HNSW faults; 0.8.4 or newer is advised` : null,
  };
}

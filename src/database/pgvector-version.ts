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

export async function hasPgvector(query: (text: string) => Promise<unknown[]>): Promise<boolean> {
  return (await query(`SELECT FROM pg_extension WHERE extname = 'vector'`)).length > 0;
}

/**
 * The installed pgvector's version and whether it deserves a warning.
 * @throws AppError `service_unavailable` below 0.8, or where its types can't be seen
 */
export async function assertPgvector(query: (text: string) => Promise<unknown[]>): Promise<PgvectorVersion> {
  const [found] = (await query(
    `SELECT e.extversion AS version, n.nspname AS schema, n.nspname = ANY (current_schemas(true)) AS visible
     FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'vector'`,
  )) as { version: string; schema: string; visible: boolean }[];
  if (!found) throw new AppError('service_unavailable', MISSING);
  const { version } = found;
  if (!found.visible) throw new AppError('service_unavailable', hidden(found.schema));
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

const MISSING =
  'The database lacks the extension vector. Run npm run migrate, or once as a superuser: CREATE EXTENSION vector;';
const hidden = (schema: string) =>
  `pgvector is in the schema ${schema}, which the search path does not have, so its types can't be found. ` +
  `Add it for the role (ALTER ROLE … SET search_path = "$user", public, ${schema}), ` +
  'or move it (ALTER EXTENSION vector SET SCHEMA public).';

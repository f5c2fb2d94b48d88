export { Database } from './database.js';
export { DatabaseLocation, DatabaseModule, POOL } from './database.module.js';
export { startEmbedded, type EmbeddedDatabase } from './embedded.js';
export { EmbeddedFailure } from './embedded-failure.js';
export { migrate, pendingAfter, pendingMigrations } from './migrate.js';
export { openDatabase, type OpenDatabase } from './open-database.js';
export { assertPgvector } from './pgvector-version.js';
export { toJsonb } from './jsonb.js';
export type { Outcome, Sql, Tx } from './sql.js';

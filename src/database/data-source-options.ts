import type { DataSourceOptions } from 'typeorm';
import { type Deadlines, ServerClient } from './server-client.js';

/**
 * Of every statement that is not a migration of the schema. A worker that stands still holds its locks for the second.
 */
const DEADLINES: Deadlines = { statement: 120_000, idleInTransaction: 20_000 };
/** Beyond the database's own, for one that does not answer at all. */
const ANSWER_MS = 130_000;

/** What a pool of the server's connections is made with, by TypeORM and by the queue. */
export function poolOptions(max: number, deadlines = DEADLINES) {
  return {
    max,
    Client: ServerClient,
    deadlines,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    query_timeout: deadlines.statement === 0 ? 0 : ANSWER_MS,
    keepAlive: true,
  };
}

/** How every data source of the server connects; callers add entities and migrations. */
export function dataSourceOptions(url: string, poolMax: number, deadlines?: Deadlines): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'kag-server',
    // gen_random_uuid() is built in; extensions are made by the migrations.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    useUTC: true,
    synchronize: false,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    extra: poolOptions(poolMax, deadlines),
  };
}

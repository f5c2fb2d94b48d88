import type { DataSourceOptions } from 'typeorm';
import { AnsweringClient } from './answering-client.js';

/** How every data source of the server connects; callers add entities and migrations. */
export function dataSourceOptions(url: string, poolMax: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'kag-server',
    connectTimeoutMS: 10_000,
    // gen_random_uuid() is built in; extensions are made by the migrations.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    useUTC: true,
    synchronize: false,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    extra: {
      Client: AnsweringClient,
      max: poolMax,
      idleTimeoutMillis: 30_000,
      statement_timeout: 120_000,
      query_timeout: 130_000,
      // A worker that stands still holds its locks for so long; its successor waits for them.
      idle_in_transaction_session_timeout: 20_000,
      keepAlive: true,
    },
  };
}

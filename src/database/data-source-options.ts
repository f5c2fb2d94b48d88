import type { DataSourceOptions } from 'typeorm';

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
      max: poolMax,
      idleTimeoutMillis: 30_000,
      statement_timeout: 120_000,
      query_timeout: 130_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
    },
  };
}

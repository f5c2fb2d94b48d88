import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { connectionShares } from './connection-shares.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';

/** Where the database is; `embedded` when this machine's PGlite serves it, which has one session and no LISTEN. */
export class DatabaseLocation {
  constructor(
    readonly url: string,
    readonly embedded: boolean,
  ) {}
}

/** Token of the `pg` pool under the data source, for libraries that take one (sessions, login limits). */
export const POOL = Symbol('pg pool');

/** Connects to the one database, server or embedded, and makes `Database` injectable everywhere. */
@Global()
@Module({})
export class DatabaseModule {
  /** `connections`: how many this process may hold, the queue's among them. */
  static register(location: DatabaseLocation, connections: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(location.url, connectionShares(connections, !location.embedded).server),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
      ],
      providers: [
        Database,
        { provide: DatabaseLocation, useValue: location },
        {
          provide: POOL,
          inject: [DataSource],
          useFactory: (source: DataSource) => (source.driver as unknown as { master: Pool }).master,
        },
      ],
      exports: [Database, DatabaseLocation, POOL],
    };
  }
}

import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { connectionShares } from './connection-shares.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { DatabaseLocation, POOL } from './location.js';
import { OwnConnections } from './own-connections.js';
import { SilentConnections } from './silent-connections.js';

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
          ...dataSourceOptions(location.url, connectionShares(connections, location.canListen).server),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
      ],
      providers: [
        Database,
        OwnConnections,
        SilentConnections,
        { provide: DatabaseLocation, useValue: location },
        {
          provide: POOL,
          inject: [DataSource],
          useFactory: (source: DataSource) => (source.driver as unknown as { master: Pool }).master,
        },
      ],
      exports: [Database, DatabaseLocation, OwnConnections, SilentConnections, POOL],
    };
  }
}

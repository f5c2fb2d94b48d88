import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { connectionShares } from './connection-shares.js';
import { dataSourceOptions } from './data-source-options.js';
import { Database } from './database.js';
import { DatabaseLocation, POOL } from './location.js';
import { OwnConnections } from './own-connections.js';
import { Replica, type ReplicaSettings } from './replica/replica.js';
import { ReplicaWatch } from './replica/replica-watch.js';
import { SilentConnections } from './silent-connections.js';

/** Connects to the one database, server or embedded, and makes `Database` injectable everywhere. */
@Global()
@Module({})
export class DatabaseModule {
  /**
   * @param connections how many this process may hold to the primary, the queue's among them
   * @param replica a standby to read from; null without one
   */
  static register(
    location: DatabaseLocation,
    connections: number,
    replica: Omit<ReplicaSettings, 'connections'> | null,
  ): DynamicModule {
    const { server } = connectionShares(connections, location.canListen);
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(location.url, server),
          autoLoadEntities: true,
          retryAttempts: 0,
        }),
      ],
      providers: [
        {
          provide: Database,
          inject: [DataSource, Replica],
          useFactory: async (source: DataSource, standby: Replica | null) => {
            const database = new Database(source, standby);
            // Asked before the first request, which would wait for it.
            await database.distributed();
            return database;
          },
        },
        OwnConnections,
        SilentConnections,
        // One connection is the watch's: so there are no more than to the primary.
        {
          provide: Replica,
          useFactory: () => replica && new Replica({ ...replica, connections: server }),
        },
        ReplicaWatch,
        { provide: DatabaseLocation, useValue: location },
        {
          provide: POOL,
          inject: [DataSource],
          useFactory: (source: DataSource) => (source.driver as unknown as { master: Pool }).master,
        },
      ],
      exports: [Database, DatabaseLocation, OwnConnections, Replica, SilentConnections, POOL],
    };
  }
}

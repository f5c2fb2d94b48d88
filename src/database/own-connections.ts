import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { AppError } from '../common/app-error.js';
import { unlessAborted } from '../common/unless-aborted.js';
import { DatabaseLocation, POOL } from './location.js';
import { ServerClient } from './server-client.js';

/**
 * Connections for what takes minutes, past the pool's deadlines and past a pooler. Each takes the place of one of the
 * pool's, and there is one at a time: a process holds no more than DATABASE_POOL_MAX, and goes on meanwhile.
 */
@Injectable()
export class OwnConnections {
  private before: Promise<void> = Promise.resolve();

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly location: DatabaseLocation,
  ) {}

  /**
   * Works on a connection that nothing else has, and closes it afterwards.
   * @param name by which PostgreSQL knows it, as application_name
   * @throws AppError `service_unavailable` where the pool has one connection only, which everything else needs
   * @throws Error where the signal aborts before it has its turn; the work looks at it by itself
   */
  async use<T>(name: string, signal: AbortSignal, work: (client: ServerClient) => Promise<T>): Promise<T> {
    if (this.pool.options.max < 2) throw new AppError('service_unavailable', TOO_FEW);
    const { before } = this;
    const { promise: done, resolve: end } = Promise.withResolvers<void>();
    this.before = before.then(() => done);
    try {
      await unlessAborted(before, signal);
      return await this.inPlace(name, work);
    } finally {
      end();
    }
  }

  private async inPlace<T>(name: string, work: (client: ServerClient) => Promise<T>): Promise<T> {
    const place = await this.pool.connect();
    try {
      // Closed, and yet counted until it is given back.
      await place.end();
      return await this.connected(name, work);
    } finally {
      place.release(true);
    }
  }

  private async connected<T>(name: string, work: (client: ServerClient) => Promise<T>): Promise<T> {
    const client = new ServerClient({
      connectionString: this.location.direct,
      application_name: name,
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }
}

const TOO_FEW = 'This takes a connection for minutes, and DATABASE_POOL_MAX leaves none for it: set it to 3 or more.';

import pg from 'pg';
import { Database, type StatementResult, type Tx } from '../../src/database/index.js';
import type { Cleanups } from './cleanups.js';

/** A database of the bench's own on the server that an administrator's URL names. */
export class BenchDatabase {
  readonly name = `kag_bench_${process.pid}`;
  readonly url: string;
  private renewing: Promise<void> = Promise.resolve();

  constructor(
    private readonly adminUrl: string,
    private readonly cleanups: Cleanups,
  ) {
    const url = new URL(adminUrl);
    url.pathname = `/${this.name}`;
    this.url = url.href;
    // One that is being made is waited for, or it would be made after its removal.
    cleanups.add(() => this.renewing.catch(() => {}).then(() => this.drop()));
  }

  /** An empty database in place of the one before, which must not be in use. */
  async renew(): Promise<void> {
    this.cleanups.assertOpen();
    this.renewing = this.drop().then(() => this.create());
    await this.renewing;
  }

  async query<T extends pg.QueryResultRow>(text: string, parameters: unknown[] = []): Promise<T[]> {
    return withClient(this.url, async (client) => (await client.query<T>(text, parameters)).rows);
  }

  private async create(): Promise<void> {
    await withClient(this.adminUrl, (client) => client.query(`CREATE DATABASE ${this.name}`));
  }

  private async drop(): Promise<void> {
    await withClient(this.adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`));
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The server's `Database` on nothing but pg's pool: its repositories then run their SQL with nothing around it. */
export class BareDatabase extends Database {
  constructor(private readonly pool: pg.Pool) {
    // All methods that would use the data source are replaced here.
    super(undefined as never);
    // The database is dropped at the end with all its connections.
    pool.on('error', () => {});
  }

  override async query<T>(text: string, parameters?: readonly unknown[]): Promise<T[]> {
    return (await this.run<T>(text, parameters)).rows;
  }

  override async run<T>(text: string, parameters?: readonly unknown[]): Promise<StatementResult<T>> {
    return outcomeOf<T>(this.pool, text, parameters);
  }

  override reading<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.between('BEGIN READ ONLY', work);
  }

  override transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.between('BEGIN', work);
  }

  private async between<T>(begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const run = <R>(text: string, parameters?: readonly unknown[]) => outcomeOf<R>(client, text, parameters);
    try {
      await client.query(begin);
      const result = await work({
        inTransaction: true,
        run,
        query: async <R>(text: string, parameters?: readonly unknown[]) => (await run<R>(text, parameters)).rows,
        distributed: () => this.distributed(),
      });
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // Closed, not rolled back: the connection may be what failed.
      client.release(true);
      throw error;
    }
  }
}

/** Connections of the bench's own, without the server's deadlines: filling tables may take its time. */
export function openBare(database: BenchDatabase, cleanups: Cleanups, connections = 1): BareDatabase {
  const pool = new pg.Pool({ connectionString: database.url, max: connections });
  cleanups.add(() => pool.end());
  return new BareDatabase(pool);
}

async function outcomeOf<T>(
  on: pg.Pool | pg.PoolClient,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<StatementResult<T>> {
  const { rows, rowCount } = await on.query(text, [...parameters]);
  return { rows: rows as T[], affected: rowCount ?? 0 };
}

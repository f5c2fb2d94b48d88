import { Inject, Injectable } from '@nestjs/common';
import { DataSource, QueryRunnerAlreadyReleasedError, type QueryRunner } from 'typeorm';
import { isDistributed } from './distribution/placement.js';
import { currentReading, fromPrimary } from './replica/reading.js';
import { Replica } from './replica/replica.js';
import type { ServerClient } from './server-client.js';
import type { StatementResult, Sql, Tx } from './sql.js';
import { Entrance } from './wall/entrance.js';
import { currentReach } from './wall/reach.js';
import { currentFence } from './write-fence.js';

/**
 * The connection pool, spoken to in SQL. Never holds a transaction open over anything but the database. Work within a
 * reach has a transaction for each statement, since the wall is entered by transaction, and so has all work through a
 * pooler, where a session is one's own for that long only.
 *
 * Within `fromReplica`, what reads may be done by a standby of the database; all else is the primary's.
 */
@Injectable()
export class Database implements Sql {
  private readonly entrance = new Entrance((text) => this.alone(text));
  private throughPooler = false;
  private isDistributed: Promise<boolean> | null = null;

  /** `replica`: null without a standby to read from. */
  constructor(
    private readonly dataSource: DataSource,
    @Inject(Replica) private readonly replica: Replica | null = null,
  ) {}

  /** Whether a pooler stood before the database when it was spoken to last. */
  get pooled(): boolean {
    return this.throughPooler;
  }

  /** Whether rows of projects are spread over several servers: it changes while no server runs. */
  distributed(): Promise<boolean> {
    return this.spreadBy((text) => this.alone(text));
  }

  /** The rows of a statement that reads, or whose writing is safe at any time: it passes no fence. */
  async query<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<T[]> {
    const there = await this.there((tx) => tx.query<T>(text, parameters));
    return there === null ? (await this.statement<T>(text, parameters)).rows : there.value;
  }

  /**
   * Runs `work`, which only reads, in one transaction that can't write; a second time, on the primary, where a standby
   * has not carried it through.
   */
  async reading<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const there = await this.there(work);
    if (there !== null) return there.value;
    return this.inTransaction(await this.entering(), work, 'beginReading');
  }

  /**
   * A statement that writes. Behind a fence it is a transaction of its own, since the fence has to hold until its end.
   */
  async run<T = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<StatementResult<T>> {
    if (currentFence()) return this.transaction((tx) => tx.run<T>(text, parameters));
    return this.statement<T>(text, parameters);
  }

  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.inTransaction(await this.entering(), async (tx) => {
      await currentFence()?.(tx);
      return work(tx);
    });
  }

  /** Resolves once what the primary has now can be read wherever reads are answered. */
  async spread(): Promise<void> {
    const { replica } = this;
    if (replica === null || replica.barrier !== null) return;
    const [row] = await fromPrimary(() => this.query<{ position: string }>(`SELECT ${LOG_POSITION}::text AS position`));
    if (row) await replica.reached(BigInt(row.position));
  }

  /** Does the work and takes all of it back: returns what would come of it, and keeps nothing. */
  async rehearse<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const done: T[] = [];
    const undo = new Error('taken back');
    try {
      await this.transaction(async (tx) => {
        done.push(await work(tx));
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return done[0] as T;
  }

  /** What the standby makes of it; null where the primary has to do it. */
  private async there<T>(work: (tx: Tx) => Promise<T>): Promise<{ value: T } | null> {
    const reading = currentReading();
    if (this.replica === null || reading === null || reading.atPrimary) return null;
    return this.replica.carry(reading, await this.entering(), work);
  }

  private async statement<T>(text: string, parameters?: readonly unknown[]): Promise<StatementResult<T>> {
    const entering = await this.entering();
    if (entering !== null) return this.inTransaction(entering, (tx) => tx.run<T>(text, parameters));
    return this.alone<T>(text, parameters);
  }

  /** By the connection that is at hand: another may not be free. */
  private async spreadBy(run: (text: string) => Promise<StatementResult<unknown>>): Promise<boolean> {
    this.isDistributed ??= isDistributed(async (text) => (await run(text)).rows);
    try {
      return await this.isDistributed;
    } catch (error) {
      this.isDistributed = null;
      throw error;
    }
  }

  /** What enters the reach of the work that is under way, at the beginning of a transaction; null: it has none. */
  private async entering(): Promise<string | null> {
    const reach = currentReach();
    return reach && this.entrance.into(reach);
  }

  /** Through a pooler it is a transaction too: nothing else has the settings of this server. */
  private async alone<T>(text: string, parameters?: readonly unknown[]): Promise<StatementResult<T>> {
    return this.connected((runner, client) => {
      if (!client.pooled) return runOn<T>(runner, text, parameters);
      return transaction(runner, client.begin, () => runOn<T>(runner, text, parameters));
    });
  }

  private async inTransaction<T>(
    entering: string | null,
    work: (tx: Tx) => Promise<T>,
    kind: 'begin' | 'beginReading' = 'begin',
  ): Promise<T> {
    return this.connected((runner, client) => {
      const begin = client[kind];
      // In one message: entering a reach costs no way to the database of its own.
      const opening = entering === null ? begin : `${begin}; ${entering}`;
      return transaction(runner, opening, () => work(this.transactionOn(runner)));
    });
  }

  private transactionOn(runner: QueryRunner): Tx {
    const run = <R>(text: string, parameters?: readonly unknown[]) => runOn<R>(runner, text, parameters);
    return {
      inTransaction: true,
      run,
      query: async <R>(text: string, parameters?: readonly unknown[]) => (await run<R>(text, parameters)).rows,
      distributed: () => this.spreadBy(run),
    };
  }

  private async connected<T>(work: (runner: QueryRunner, client: ServerClient) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as ServerClient;
      this.throughPooler = client.pooled;
      return await work(runner, client);
    } finally {
      await runner.release();
    }
  }
}

/** How far the primary's log reaches, in bytes: all that was changed before lies within. */
export const LOG_POSITION = `(pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint`;

async function transaction<T>(runner: QueryRunner, begin: string, work: () => Promise<T>): Promise<T> {
  try {
    await runner.query(begin);
    const result = await work();
    await runner.query('COMMIT');
    return result;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => {});
    throw lostIn(error);
  }
}

async function runOn<T>(
  runner: QueryRunner,
  text: string,
  parameters?: readonly unknown[],
): Promise<StatementResult<T>> {
  const result = await runner.query(text, parameters as unknown[] | undefined, true);
  return { rows: (result.records ?? []) as T[], affected: result.affected ?? result.records?.length ?? 0 };
}

/** TypeORM gives a connection that breaks out of hand; what the transaction does next fails for that, and says so. */
function lostIn(error: unknown): unknown {
  if (!(error instanceof QueryRunnerAlreadyReleasedError)) return error;
  return new Error('Connection terminated in a transaction', { cause: error });
}

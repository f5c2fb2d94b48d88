import pg from 'pg';
import { wait } from '../../common/wait.js';
import { poolOptions } from '../data-source-options.js';
import { ServerClient } from '../server-client.js';
import type { Tx } from '../sql.js';
import { isDistributed } from '../distribution/placement.js';
import { barrierOf, hasReplayed, whyPrimary, type Barrier, type ReplicaLook } from './barrier.js';
import { replicaFailure, type ReplicaFailure } from './replica-failure.js';
import type { Reading } from './reading.js';

/** Of one statement. The primary has longer; here there is somebody else to ask. */
const DEADLINES = { statement: 30_000, idleInTransaction: 20_000 };
/** Beyond the standby's own, for one statement whose answer is lost while others come. */
const ANSWER_MS = 35_000;
/** How long a read waits for a connection, also where all of the pool are in use. */
const CONNECTION_MS = 2_000;

/** Where the standby is, and how it may be used. */
export interface ReplicaSettings {
  url: string;
  /** How many connections are held to it at the most. */
  connections: number;
  maxLagMs: number;
}

/** Who answered a read that the standby could have had, by why: `replica`, or else the primary. */
export type Answerer = 'replica' | 'own_change' | Barrier | ReplicaFailure;

export const ANSWERERS: readonly Answerer[] = [
  'replica',
  'own_change',
  'lag',
  'unknown_lag',
  'away',
  'not_a_standby',
  'conflict',
  'slow',
  'lost',
  'refused',
];

/**
 * A standby of the database, which answers what only reads. It is used as long as looks at it go well
 * (replica-watch.ts): one that hangs is out of use for all after one look, and what waits for it then is done by the
 * primary.
 */
export class Replica {
  readonly maxLagMs: number;
  private pool: pg.Pool;
  private readonly answered = new Map<Answerer, number>(ANSWERERS.map((one) => [one, 0]));
  private latest: ReplicaLook | null = null;
  private readonly taken = new Set<ServerClient>();
  private readonly waiting = new Set<() => void>();

  constructor(readonly settings: ReplicaSettings) {
    this.maxLagMs = settings.maxLagMs;
    this.pool = poolOf(settings);
  }

  /** What was seen of it last; null: it does not answer. */
  get look(): ReplicaLook | null {
    return this.latest;
  }

  /** Why it answers nothing at the moment; null: it does, save for those who wait for a change of theirs. */
  get barrier(): Barrier | null {
    return barrierOf(this.latest, this.maxLagMs);
  }

  /** How many reads each has answered, since the process began. */
  get reads(): ReadonlyMap<Answerer, number> {
    return this.answered;
  }

  /** Takes in how it is now; null: it does not answer, and what waits for it fails. */
  seen(look: ReplicaLook | null): void {
    const lost = look === null && this.latest !== null;
    this.latest = look;
    if (lost) {
      // The connections that are there may be dead without a sign of it.
      void this.end();
      this.pool = poolOf(this.settings);
    }
    for (const again of this.waiting) again();
  }

  /**
   * Runs `work`, which only reads, in one transaction; null where the primary has to do it, from its beginning.
   * @param entering SQL without parameters at the beginning of the transaction; null: none
   * @throws what `work` throws by itself
   */
  async carry<T>(
    reading: Reading,
    entering: string | null,
    work: (tx: Tx) => Promise<T>,
  ): Promise<{ value: T } | null> {
    if (reading.atPrimary) return null;
    const why = whyPrimary(this.latest, reading.after, this.maxLagMs);
    if (why !== null) return this.leave(reading, why);
    const { pool } = this;
    try {
      const value = await this.inTransaction(entering, work);
      this.count('replica');
      return { value };
    } catch (error) {
      const failure = replicaFailure(error);
      if (failure === null) throw error;
      // Out of use until a look goes well; one that did so meanwhile counts.
      if (failure === 'lost' && pool === this.pool) this.seen(null);
      return this.leave(reading, failure);
    }
  }

  /**
   * Resolves once it has replayed up to this position or answers no reads; after the lag that is allowed in any case.
   */
  async reached(position: bigint): Promise<void> {
    const there = new AbortController();
    const look = () => {
      if (this.barrier !== null || hasReplayed(this.latest, position)) there.abort();
    };
    this.waiting.add(look);
    look();
    await wait(this.maxLagMs, there.signal);
    this.waiting.delete(look);
  }

  async close(): Promise<void> {
    this.latest = null;
    for (const again of this.waiting) again();
    await this.end();
  }

  private async end(): Promise<void> {
    const ended = this.pool.end();
    for (const client of this.taken) client.abandon();
    await ended;
  }

  private leave(reading: Reading, why: Answerer): null {
    reading.atPrimary = true;
    this.count(why);
    return null;
  }

  private count(who: Answerer): void {
    this.answered.set(who, (this.answered.get(who) ?? 0) + 1);
  }

  private async inTransaction<T>(entering: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = (await this.pool.connect()) as unknown as ServerClient & pg.PoolClient;
    let broken = false;
    const breaks = () => (broken = true);
    client.on('error', breaks);
    this.taken.add(client);
    try {
      const begin = client.beginReading;
      await client.query(entering === null ? begin : `${begin}; ${entering}`);
      const value = await work(transactionOn(client));
      await client.query('COMMIT');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch(breaks);
      throw error;
    } finally {
      this.taken.delete(client);
      client.off('error', breaks);
      client.release(broken);
    }
  }
}

function poolOf({ url, connections }: ReplicaSettings): pg.Pool {
  const pool = new pg.Pool({
    ...poolOptions(connections, DEADLINES),
    // The driver's types know no client that needs its configuration.
    Client: ServerClient as unknown as new () => pg.ClientBase,
    connectionString: url,
    application_name: 'kag-server reads',
    connectionTimeoutMillis: CONNECTION_MS,
    query_timeout: ANSWER_MS,
  });
  // An idle connection that breaks: the next statement has another.
  pool.on('error', () => {});
  return pool;
}

function transactionOn(client: ServerClient): Tx {
  const run = async <R>(text: string, parameters?: readonly unknown[]) => {
    const { rows, rowCount } = await client.query(text, parameters as unknown[] | undefined);
    return { rows: rows as R[], affected: rowCount ?? 0 };
  };
  return {
    inTransaction: true,
    run,
    query: async <R>(text: string, parameters?: readonly unknown[]) => (await run<R>(text, parameters)).rows,
    distributed: () => isDistributed(async (text) => (await run(text)).rows),
  };
}

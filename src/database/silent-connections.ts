import type { Socket } from 'node:net';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { errorText } from '../common/app-error.js';
import { DatabaseLocation, POOL } from './location.js';

/**
 * How often statements that wait are looked at: one whose answer is lost is given up within three looks, or four where
 * the one that asks is silent too. At 4 s that was 16.8 s once, of the 15 that everything may take to go on.
 */
const LOOK_EVERY_MS = 2_500;
/** Of the connection that asks, which may have fallen silent as well: then the next look has another. */
const ANSWER_MS = 2_000;

/** Asks the database past the pool, which may be silent as a whole; gives up after so many milliseconds. */
export type Ask = <R>(text: string, parameters: unknown[], deadlineMs: number) => Promise<R[]>;

/** What the driver's types do not show of a connection. */
interface Connection {
  processID: number | null;
  /** What it waits for the answer of; null: nothing. */
  _activeQuery: object | null;
  connection: { stream: Socket };
}

/** A statement that waits, and at how many looks in a row the database was not doing it. */
interface Waiting {
  statement: object;
  missed: number;
}

/**
 * Closes connections whose answers will never come: a firewall or a balancer that has forgotten a connection tells
 * neither side. The database says whether it still works for a statement; where it does not, the wait ends.
 * Long statements may take their time.
 */
@Injectable()
export class SilentConnections implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('database');
  private readonly taken = new Set<Connection>();
  private readonly waiting = new Map<Connection, Waiting>();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private ask: Ask | null = null;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly location: DatabaseLocation,
  ) {}

  /** Begins to look, by connections that the process has besides; null: they are closed, and it ends. */
  askBy(ask: Ask | null): void {
    this.ask = ask;
  }

  onApplicationBootstrap(): void {
    // The one is on this machine, and its one session does everything; the other hides its sessions.
    if (this.location.embedded || this.location.pooled) return;
    this.pool.on('acquire', (client) => this.taken.add(client as unknown as Connection));
    this.pool.on('release', (_error, client) => this.taken.delete(client as unknown as Connection));
    this.pool.on('remove', (client) => this.taken.delete(client as unknown as Connection));
    this.timer = setInterval(() => {
      this.looking ??= this.look()
        .catch((error: unknown) => this.log.warn(`long statements could not be looked at: ${errorText(error)}`))
        .finally(() => (this.looking = null));
    }, LOOK_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** Looks once. Statements are asked about from the second look at them on. */
  async look(): Promise<void> {
    const before = new Map(this.waiting);
    this.waiting.clear();
    for (const connection of this.taken) {
      const { _activeQuery: statement } = connection;
      if (!statement) continue;
      const known = before.get(connection);
      this.waiting.set(connection, known?.statement === statement ? known : { statement, missed: 0 });
    }
    const asked = [...this.waiting].filter(([connection]) => before.get(connection) === this.waiting.get(connection));
    if (asked.length === 0 || this.ask === null) return;
    const active = await activeOf(
      this.ask,
      asked.map(([{ processID }]) => processID ?? 0),
    );
    for (const [connection, waits] of asked) {
      const lost = !active.has(connection.processID ?? 0);
      waits.missed = lost ? waits.missed + 1 : 0;
      if (waits.missed < 2 || connection._activeQuery !== waits.statement) continue;
      this.log.warn(
        'a connection has fallen silent: the database has done its statement, and the answer does not come',
      );
      connection.connection.stream.destroy();
    }
  }
}

/** Which of the sessions are at work. */
async function activeOf(ask: Ask, pids: number[]): Promise<Set<number>> {
  const rows = await ask<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE pid = ANY ($1::int[]) AND state = 'active'`,
    [pids],
    ANSWER_MS,
  );
  return new Set(rows.map(({ pid }) => pid));
}

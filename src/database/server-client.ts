import type pg from 'pg';
import { AnsweringClient } from './answering-client.js';

/**
 * Told in the first message of a connection, so that no statement ever runs with what the database, the role or the
 * machine has as defaults. These are the ones that a pooler in front keeps apart for each of its clients.
 */
const FROM_THE_START = { DateStyle: 'ISO, MDY', TimeZone: 'UTC', standard_conforming_strings: 'on' };

/** What else decides how values read. A pooler refuses these in the first message, so a statement sets them. */
const FORMS = {
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
  array_nulls: 'on',
  default_transaction_isolation: 'read committed',
};

/**
 * The server's statements are short. Over partitions PostgreSQL thinks them dear, and compiling one takes longer than
 * to run it: the daily pipeline of 30 projects took 11.5 s instead of 2.3 beside 70 others (PostgreSQL 17, 2 cores).
 */
const NOT_COMPILED = { jit: 'off' };

/** After which PostgreSQL itself ends what hangs, in milliseconds; 0 is never. */
export interface Deadlines {
  statement: number;
  idleInTransaction: number;
  /** Of the wait for a lock. */
  lock?: number;
}

export const NO_DEADLINES: Deadlines = { statement: 0, idleInTransaction: 0 };

export type ServerClientConfig = pg.ClientConfig & { deadlines?: Deadlines };

/** What the driver's types do not show. */
interface Driver {
  getStartupConf(): Record<string, string>;
  /** Of the session, as the answer to the first message says. */
  processID: number | null;
}

const driver = AnsweringClient.prototype as unknown as Driver;

/** A connection of the server: reads and writes values in one way, and ends what hangs, on any database. */
export class ServerClient extends AnsweringClient {
  private readonly settings: Record<string, string>;
  private isPooled = false;

  constructor(config: ServerClientConfig) {
    super(config);
    const { statement, idleInTransaction, lock = 0 } = config.deadlines ?? NO_DEADLINES;
    this.settings = {
      ...FORMS,
      ...NOT_COMPILED,
      statement_timeout: String(statement),
      lock_timeout: String(lock),
      idle_in_transaction_session_timeout: String(idleInTransaction),
    };
  }

  /**
   * Whether a pooler stands between: then each transaction may run in another session, which others have had before.
   */
  get pooled(): boolean {
    return this.isPooled;
  }

  /**
   * The opening of a transaction, in one message. Through a pooler it sets for the transaction what is set for the
   * session otherwise: there, a session's settings stay with it for its next user.
   */
  get begin(): string {
    return this.opening([]);
  }

  /** The same of a transaction that can't write. */
  get beginReading(): string {
    return this.opening(['READ ONLY']);
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error) => void): void;
  override connect(callback?: (error: Error) => void): Promise<this> | void {
    const connected = this.connectAndSet();
    if (!callback) return connected;
    // The driver's own pool asks with a callback, which it calls without an error where all is well.
    void connected.then(() => (callback as () => void)(), callback);
  }

  /** What the first message holds. The driver asks for it, and its types do not show that. */
  protected getStartupConf(): Record<string, string> {
    return { ...driver.getStartupConf.call(this), ...FROM_THE_START };
  }

  private opening(modes: readonly string[]): string {
    const begin = (all: readonly string[]) => `${BEGIN} ${all.join(', ')}`.trim();
    if (!this.isPooled) return begin(modes);
    const settings = Object.entries(this.settings).map(([name, value]) => `set_config('${name}', '${value}', true)`);
    return `${begin(['ISOLATION LEVEL READ COMMITTED', ...modes])}; SELECT ${settings.join(', ')}`;
  }

  private async connectAndSet(): Promise<this> {
    // The caller listens once the connection is handed over; until then this rejects with its failures.
    const heard = () => {};
    this.on('error', heard);
    try {
      await super.connect();
      this.isPooled = !(await this.setForTheSession());
    } catch (error) {
      void this.end().catch(heard);
      throw error;
    }
    this.off('error', heard);
    return this;
  }

  /** False: nothing is set, since the session that answers is not the one that the connection was opened to. */
  private async setForTheSession(): Promise<boolean> {
    const { rows } = await this.query(
      `SELECT set_config(name, value, false) FROM unnest($1::text[], $2::text[]) AS s (name, value)
       WHERE pg_backend_pid() = $3`,
      [Object.keys(this.settings), Object.values(this.settings), (this as unknown as Driver).processID],
    );
    return rows.length > 0;
  }
}

const BEGIN = 'START TRANSACTION';

import type { Socket } from 'node:net';
import pg from 'pg';

type Query = (...given: unknown[]) => unknown;

/**
 * A connection that is over once a statement on it has had no answer in time. The driver gives up the statement and
 * keeps the connection: its next user would wait as long.
 */
export class AnsweringClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.query = ((...given: unknown[]) => {
      const result = (pg.Client.prototype.query as Query).apply(this, given);
      return result instanceof Promise ? result.catch((error: unknown) => this.giveUp(error)) : result;
    }) as typeof this.query;
  }

  /** Closes it at once, without a word to the database: what waits for its answer fails. */
  abandon(): void {
    (this as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
  }

  private giveUp(error: unknown): never {
    if (error instanceof Error && error.message === 'Query read timeout') {
      this.abandon();
      // Told at once, so that a pool does not hand it on before it has closed.
      this.emit('error', error);
    }
    throw error;
  }
}

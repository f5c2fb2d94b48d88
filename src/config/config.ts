import { randomBytes } from 'node:crypto';
import type { Values } from './variables.js';

/**
 * The server's configuration, read once at start and frozen: the variables' values under their own names, and what
 * follows from several of them together.
 */
export interface Config extends Values {}
// An interface merged with a class: the variables' fields come from one table, and Nest can inject the class.
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the constructor assigns every field of Values
export class Config {
  /** Secrets that sign session cookies, the first one in use. */
  readonly sessionSecrets: readonly string[];
  readonly embeddingProvider: 'openai' | 'local';
  readonly production: boolean;

  constructor(values: Values) {
    Object.assign(this, values);
    this.sessionSecrets = values.SESSION_SECRET ?? [randomBytes(32).toString('hex')];
    this.embeddingProvider = values.EMBEDDING_PROVIDER ?? (values.OPENAI_API_KEY === null ? 'local' : 'openai');
    this.production = values.NODE_ENV === 'production';
    Object.freeze(this);
  }

  get servesApi(): boolean {
    return this.ROLE !== 'worker';
  }

  get runsJobs(): boolean {
    return this.ROLE !== 'api';
  }
}

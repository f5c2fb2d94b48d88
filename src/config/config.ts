import { randomBytes } from 'node:crypto';
import type { WorkingCalendar } from '../common/working-time/calendar.js';
import type { Values } from './variables.js';

/** A class whose instances have the variables as fields, as the one table of them says. */
const VariableFields = class {} as new () => Values;

/**
 * The server's configuration, read once at start and frozen: the variables' values under their own names, and what
 * follows from several of them together.
 */
export class Config extends VariableFields {
  /** Secrets that sign session cookies, the first one in use. */
  readonly sessionSecrets: readonly string[];
  readonly embeddingProvider: 'openai' | 'local' | 'hashing';
  readonly production: boolean;
  /** When people work, where a project says nothing else. */
  readonly workingCalendar: WorkingCalendar;

  constructor(values: Values) {
    super();
    Object.assign(this, values);
    this.sessionSecrets = values.SESSION_SECRET ?? [randomBytes(32).toString('hex')];
    this.embeddingProvider = values.EMBEDDING_PROVIDER ?? (values.OPENAI_API_KEY === null ? 'local' : 'openai');
    this.workingCalendar = {
      time_zone: values.WORKING_TIME_ZONE,
      working_days: values.WORKING_DAYS,
      working_hours: values.WORKING_HOURS,
    };
    this.production = values.NODE_ENV === 'production';
    // All but bytes, which can't be frozen.
    for (const value of Object.values(this) as unknown[]) if (!Buffer.isBuffer(value)) Object.freeze(value);
    Object.freeze(this);
  }

  /** The standby that answers reads; null without one. */
  get replica(): { url: string; maxLagMs: number } | null {
    const url = this.DATABASE_REPLICA_URL;
    return url === null ? null : { url, maxLagMs: this.DATABASE_REPLICA_MAX_LAG_SECONDS * 1000 };
  }

  get servesApi(): boolean {
    return this.ROLE !== 'worker';
  }

  get runsJobs(): boolean {
    return this.ROLE !== 'api';
  }
}

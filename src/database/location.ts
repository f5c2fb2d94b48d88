/** What stands between the server and its database. */
export interface ConnectionPath {
  /** Whether `url` leads to a pooler: the session that answers may be another one in each transaction. */
  pooled?: boolean;
  /** Past the pooler; absent where a pooler or the way past it is missing. */
  direct?: string | null;
}

/** Where the database is. */
export class DatabaseLocation {
  readonly pooled: boolean;
  /** Leads to sessions that keep what they are told, where there is such a way; else the same as `url`. */
  readonly direct: string;

  /** `embedded`: whether this machine's PGlite serves it, which has one session and no LISTEN. */
  constructor(
    readonly url: string,
    readonly embedded: boolean,
    { pooled = false, direct = null }: ConnectionPath = {},
  ) {
    this.pooled = pooled;
    this.direct = direct ?? url;
  }

  /** Whether a connection can be held open that hears of notifications. */
  get canListen(): boolean {
    return !this.embedded && (!this.pooled || this.direct !== this.url);
  }
}

/** Token of the `pg` pool under the data source, for libraries that take one (sessions, login limits). */
export const POOL = Symbol('pg pool');

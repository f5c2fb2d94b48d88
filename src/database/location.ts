/** Where the database is; `embedded` when this machine's PGlite serves it, which has one session and no LISTEN. */
export class DatabaseLocation {
  constructor(
    readonly url: string,
    readonly embedded: boolean,
  ) {}
}

/** Token of the `pg` pool under the data source, for libraries that take one (sessions, login limits). */
export const POOL = Symbol('pg pool');

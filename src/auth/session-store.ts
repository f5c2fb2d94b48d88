import connectPgSimple, { type PGStoreOptions } from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';

/** How far a session's row may lag behind its cookie: nothing beside 14 days, and most requests write nothing. */
const TOUCH_EVERY_MS = 300_000;

/** Sessions in the table `sessions`. */
export class SessionStore extends connectPgSimple(session) {
  private readonly touched = new LRUCache<string, true>({ max: 10_000, ttl: TOUCH_EVERY_MS });
  private readonly opening = new Set<string>();
  private readonly pool: Pool;

  constructor(options: Pick<PGStoreOptions, 'errorLog'> & { pool: Pool }) {
    super({ ...options, tableName: 'sessions', createTableIfMissing: false });
    this.pool = options.pool;
  }

  /** The next `set` of this id makes a session; any other one only changes what is there. */
  open(sid: string): void {
    this.opening.add(sid);
  }

  /** A request in flight must not bring back a session that was ended meanwhile. */
  override set(sid: string, data: SessionData, done?: (error?: unknown) => void): void {
    if (this.opening.delete(sid)) {
      super.set(sid, data, done);
      return;
    }
    this.pool
      .query('UPDATE sessions SET sess = $2, expire = $3 WHERE sid = $1', [sid, JSON.stringify(data), expiryOf(data)])
      .then(
        () => done?.(),
        (error: unknown) => done?.(error),
      );
  }

  override touch(sid: string, data: SessionData, done?: () => void): void {
    if (this.touched.has(sid)) {
      done?.();
      return;
    }
    this.touched.set(sid, true);
    super.touch(sid, data, done ?? (() => {}));
  }
}

const expiryOf = ({ cookie }: SessionData): Date => new Date(Date.now() + (cookie.maxAge ?? 0));

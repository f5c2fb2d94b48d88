import connectPgSimple, { type PGStoreOptions } from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import { LRUCache } from 'lru-cache';

/** How far a session's row may lag behind its cookie: nothing beside 14 days, and most requests write nothing. */
const TOUCH_EVERY_MS = 300_000;

/** Sessions in the table `sessions`. */
export class SessionStore extends connectPgSimple(session) {
  private readonly touched = new LRUCache<string, true>({ max: 10_000, ttl: TOUCH_EVERY_MS });

  constructor(options: Pick<PGStoreOptions, 'pool' | 'errorLog'>) {
    super({ ...options, tableName: 'sessions', createTableIfMissing: false });
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

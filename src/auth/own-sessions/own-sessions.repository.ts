import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { SESSION_USER, type SessionUser } from '../users.repository.js';

/** A session as its user sees it. */
export interface OwnSession {
  id: string;
  opened_at: Date;
  /** To five minutes. */
  last_seen_at: Date;
  address: string;
  user_agent: string;
  current: boolean;
}

/** Of a user who has more, the latest. */
const SHOWN_AT_MOST = 100;

const OF_USER = `s.sess #>> '{passport,user}' = $1`;
/** Open: neither idle for too long, nor opened before the user's sessions were ended, nor too old ($2: hours). */
const OPEN = `s.expire > now() AND (s.sess ->> 'session_epoch')::int = u.session_epoch AND u.disabled_at IS NULL
  AND (s.sess ->> 'opened_at')::timestamptz > now() - make_interval(hours => $2)`;
const WITH_USER = `sessions s JOIN users u ON u.id::text = s.sess #>> '{passport,user}'`;

@Injectable()
export class OwnSessionsRepository {
  constructor(private readonly database: Database) {}

  /** The user's open sessions, the latest used first; `sid` is the one that asks. */
  async ofUser(userId: string, maxHours: number, sid: string): Promise<OwnSession[]> {
    return this.database.query<OwnSession>(
      `SELECT s.sess ->> 'shown_id' AS id, (s.sess ->> 'opened_at')::timestamptz AS opened_at,
         s.expire - make_interval(secs => (s.sess #>> '{cookie,originalMaxAge}')::float8 / 1000) AS last_seen_at,
         s.sess ->> 'address' AS address, s.sess ->> 'user_agent' AS user_agent, s.sid = $3 AS current
       FROM ${WITH_USER} WHERE ${OF_USER} AND ${OPEN} ORDER BY s.expire DESC, s.sid LIMIT ${SHOWN_AT_MOST}`,
      [userId, maxHours, sid],
    );
  }

  /** Whether there was such a session of the user. */
  async end(tx: Tx, userId: string, id: string): Promise<boolean> {
    const rows = await tx.query(
      `DELETE FROM sessions s WHERE ${OF_USER} AND s.sess ->> 'shown_id' = $2 RETURNING sid`,
      [userId, id],
    );
    return rows.length > 0;
  }

  /** The user of the session, as the database has them now; null when it is not open any more. */
  async userOf(sid: string, maxHours: number): Promise<SessionUser | null> {
    const [user] = await this.database.query<SessionUser>(
      `SELECT ${SESSION_USER} FROM ${WITH_USER} WHERE s.sid = $1 AND ${OPEN}`,
      [sid, maxHours],
    );
    return user ?? null;
  }
}

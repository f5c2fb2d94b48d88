import { Injectable } from '@nestjs/common';
import { Database, LOG_POSITION } from '../database/index.js';

/**
 * Which changes people must see who have just made them, whichever process they ask next. On the primary, where a read
 * of theirs looks first.
 */
@Injectable()
export class LastWritesRepository {
  constructor(private readonly database: Database) {}

  /**
   * The user has changed something, which is committed. This does not wait for the disk: were it lost with the
   * primary's power, the changes before it are not.
   */
  async note(userId: string): Promise<void> {
    await this.database.run(
      `WITH soon AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO last_writes (user_id, position) SELECT $1::uuid, ${LOG_POSITION} FROM soon
       ON CONFLICT (user_id) DO UPDATE SET position = ${LOG_POSITION}, written_at = now()`,
      [userId],
    );
  }

  /** The position after the user's last change in bytes of the primary's log; null: none in so many seconds. */
  async of(userId: string, seconds: number): Promise<bigint | null> {
    const rows = await this.database.query<{ position: string }>(
      'SELECT position::text FROM last_writes WHERE user_id = $1 AND written_at > now() - make_interval(secs => $2)',
      [userId, seconds],
    );
    return rows[0] ? BigInt(rows[0].position) : null;
  }
}

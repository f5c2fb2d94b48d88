import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';

@Injectable()
export class OwnPasswordsRepository {
  constructor(private readonly database: Database) {}

  async hashOf(userId: string): Promise<string | null> {
    const [row] = await this.database.query<{ password_hash: string }>(
      'SELECT password_hash FROM users WHERE id = $1 AND disabled_at IS NULL',
      [userId],
    );
    return row?.password_hash ?? null;
  }

  /**
   * Sets the password that the user chose, where they still have the one that was checked, and ends all their sessions.
   * @returns the epoch for new ones; null when the password has been changed meanwhile
   */
  async choose(tx: Tx, userId: string, before: string, passwordHash: string): Promise<number | null> {
    const [row] = await tx.query<{ session_epoch: number }>(
      `UPDATE users SET password_hash = $3, password_temporary = false, session_epoch = session_epoch + 1, updated_at = now()
       WHERE id = $1 AND password_hash = $2 RETURNING session_epoch`,
      [userId, before, passwordHash],
    );
    if (!row) return null;
    await tx.query(`DELETE FROM sessions WHERE sess #>> '{passport,user}' = $1`, [userId]);
    return row.session_epoch;
  }

  /** Hash of the AUTH_CREDENTIALS that were applied to this user last; null when none ever were. */
  async environmentHashOf(userId: string): Promise<string | null> {
    const [row] = await this.database.query<{ hash: string | null }>(
      'SELECT environment_password_hash AS hash FROM users WHERE id = $1',
      [userId],
    );
    return row?.hash ?? null;
  }

  /**
   * Notes that the user's password is the environment's: it is good as it is, and the same one is not applied again.
   */
  async noteEnvironment(tx: Tx, userId: string, passwordHash: string): Promise<void> {
    await tx.query('UPDATE users SET password_temporary = false, environment_password_hash = $2 WHERE id = $1', [
      userId,
      passwordHash,
    ]);
  }
}

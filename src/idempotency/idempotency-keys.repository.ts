import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { Answer } from './answer.js';

export interface KeyClaim {
  user_id: string;
  key: string;
  claim_id: string;
}

export interface Request {
  method: string;
  path: string;
  fingerprint: string;
}

const KEPT = `interval '24 hours'`;
/** Longer than any request may take (55 s): whoever claimed it that long ago and has not answered is dead. */
const DEAD_AFTER = `interval '2 minutes'`;

@Injectable()
export class IdempotencyKeysRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes the key for this request, in one statement so that of many at once one gets it. Takes over what has expired,
   * and the same request of a process that died. False: somebody else has it.
   */
  async claim(claim: KeyClaim, request: Request, accepted: readonly string[]): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO idempotency_keys AS k (user_id, key, claim_id, method, path, fingerprint) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (user_id, key) DO UPDATE SET
         claim_id = excluded.claim_id, method = excluded.method, path = excluded.path,
         fingerprint = excluded.fingerprint, claimed_at = excluded.claimed_at, answer = NULL
       WHERE k.claimed_at < now() - ${KEPT}
          OR (k.answer IS NULL AND k.claimed_at < now() - ${DEAD_AFTER} AND k.fingerprint = ANY ($7::text[]))
       RETURNING claim_id`,
      [claim.user_id, claim.key, claim.claim_id, request.method, request.path, request.fingerprint, accepted],
    );
    return rows.length > 0;
  }

  /** Who has the key, or null when it was freed meanwhile. */
  async holder(userId: string, key: string): Promise<(Request & { answer: Answer | null }) | null> {
    const rows = await this.database.query<Request & { answer: Answer | null }>(
      'SELECT method, path, fingerprint, answer FROM idempotency_keys WHERE user_id = $1 AND key = $2',
      [userId, key],
    );
    return rows[0] ?? null;
  }

  /** Stores the answer, unless the claim was taken over. */
  async answer(claim: KeyClaim, answer: Answer): Promise<void> {
    await this.database.query(
      'UPDATE idempotency_keys SET answer = $4 WHERE user_id = $1 AND key = $2 AND claim_id = $3',
      [claim.user_id, claim.key, claim.claim_id, JSON.stringify(answer)],
    );
  }

  /** Frees the key for another try, unless the claim was taken over. */
  async free(claim: KeyClaim): Promise<void> {
    await this.database.query('DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2 AND claim_id = $3', [
      claim.user_id,
      claim.key,
      claim.claim_id,
    ]);
  }

  /** Removes some of what has expired. */
  async prune(): Promise<void> {
    await this.database.query(
      `DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM idempotency_keys WHERE claimed_at < now() - ${KEPT} LIMIT 1000))`,
    );
  }
}

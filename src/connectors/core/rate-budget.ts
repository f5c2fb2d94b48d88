import { Injectable } from '@nestjs/common';
import { wait } from '../../common/wait.js';
import { Database } from '../../database/index.js';
import { LONGEST_WAIT_SECONDS } from '../domain/retry-policy.js';
import { SyncError } from './sync-error.js';

/** Tokens fetched from the shared bucket at once: one statement for as many requests. */
const LEASE = 25;
/** Leased tokens that were not used are given up after this, so that a slow sync does not hold others back. */
const LEASE_MS = 2_000;
/** The bucket holds this part of a minute's requests; with the refill it keeps any 60 s within 7/6 of the rate. */
const BURST_MINUTES = 1 / 6;
/** A sync that would have to wait longer gives its worker back and comes again later. */
const PATIENCE_MS = 15_000;

interface Lease {
  left: number;
  until: number;
}

/** Keeps all processes together within what a vendor allows per minute, by a token bucket in the database. */
@Injectable()
export class RateBudget {
  private readonly leases = new Map<string, Lease>();
  private readonly turns = new Map<string, Promise<void>>();

  constructor(private readonly database: Database) {}

  /**
   * Waits until one request may be sent to the source.
   * @throws SyncError `rate_limited` when that would take long, `network` never; returns early when aborted.
   */
  async take(sourceKey: string, perMinute: number, signal: AbortSignal): Promise<void> {
    // One after the other, so that requests sent at once share a lease instead of each fetching its own.
    const before = this.turns.get(sourceKey) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => this.takeInTurn(sourceKey, perMinute, signal));
    this.turns.set(sourceKey, mine);
    await mine;
  }

  /** Stops all requests to the source, in every process, since the vendor says they are too many. Six hours at most. */
  async block(sourceKey: string, seconds: number): Promise<void> {
    this.leases.delete(sourceKey);
    await this.database.run(
      `INSERT INTO connector_rate_budgets (source_key, tokens, blocked_until)
       VALUES ($1, 0, now() + make_interval(secs => $2))
       ON CONFLICT (source_key) DO UPDATE SET tokens = 0,
         blocked_until = greatest(connector_rate_budgets.blocked_until, excluded.blocked_until)`,
      [sourceKey, Math.min(seconds, LONGEST_WAIT_SECONDS)],
    );
  }

  /** Lets requests through again: a person wants to see whether the vendor answers by now. */
  async unblock(sourceKey: string): Promise<void> {
    await this.database.run(
      `UPDATE connector_rate_budgets SET blocked_until = NULL WHERE source_key = $1 AND blocked_until > now()`,
      [sourceKey],
    );
  }

  private async takeInTurn(sourceKey: string, perMinute: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const lease = this.leases.get(sourceKey);
      if (lease && lease.left > 0 && lease.until > performance.now()) {
        lease.left--;
        return;
      }
      const waitMs = await this.lease(sourceKey, perMinute);
      if (waitMs > PATIENCE_MS) {
        throw new SyncError(
          'rate_limited',
          `The vendor's limit is reached; it may be asked again in ${Math.ceil(waitMs / 1000)} s`,
          {
            retryAfterSeconds: Math.ceil(waitMs / 1000),
          },
        );
      }
      if (waitMs > 0) await wait(waitMs, signal);
    }
  }

  /** Fetches tokens from the bucket; returns 0 when there are some, else the milliseconds until there may be. */
  private async lease(sourceKey: string, perMinute: number): Promise<number> {
    const perSecond = perMinute / 60;
    const capacity = Math.max(1, perMinute * BURST_MINUTES);
    const want = Math.max(1, Math.min(LEASE, Math.floor(capacity)));
    const [row] = await this.database.query<{ granted: number; blocked_ms: number }>(
      `INSERT INTO connector_rate_budgets AS b (source_key, tokens, granted) VALUES ($1, $2::float8 - $4, $4)
       ON CONFLICT (source_key) DO UPDATE SET (tokens, granted, refilled_at) = (
         SELECT level - grant_now, grant_now, now()
         FROM (SELECT level, CASE WHEN b.blocked_until > now() THEN 0 ELSE least($4, floor(greatest(0, level))) END AS grant_now
               FROM (SELECT least($2, b.tokens + extract(epoch FROM now() - b.refilled_at) * $3) AS level) refilled) taken)
       RETURNING granted, coalesce(greatest(0, extract(epoch FROM blocked_until - now())), 0)::float8 * 1000 AS blocked_ms`,
      [sourceKey, capacity, perSecond, want],
    );
    const { granted = 0, blocked_ms: blockedMs = 0 } = row ?? {};
    if (blockedMs > 0) return blockedMs;
    if (granted < 1) return Math.max(20, 1000 / perSecond);
    this.leases.set(sourceKey, { left: granted, until: performance.now() + LEASE_MS });
    return 0;
  }
}

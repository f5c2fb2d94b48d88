import { createHmac, randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { AppError, errorText } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { stableJson } from '../common/stable-hash.js';
import { Config } from '../config/index.js';
import type { Answer } from './answer.js';
import { IdempotencyKeysRepository, type KeyClaim } from './idempotency-keys.repository.js';

/** What makes two requests the same. */
export interface RequestParts {
  method: string;
  path: string;
  project_id: string | null;
  query: unknown;
  body: unknown;
}

const PRUNE_EVERY_MS = 600_000;

/** Sees to it that a request repeated under the same key is done once. */
@Injectable()
export class Idempotency {
  private readonly log = new Logger('idempotency');
  private prunedAt = 0;

  constructor(
    private readonly keys: IdempotencyKeysRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * The claim, when this request is the first; else the first one's answer.
   * @throws AppError `idempotency_key_reused` when the key stands for another request, `idempotency_key_in_use` while
   * the first one runs.
   */
  async begin(userId: string, key: string, parts: RequestParts): Promise<{ claim: KeyClaim } | { answer: Answer }> {
    await this.pruneSometimes();
    const accepted = this.fingerprints(parts);
    const claim = { user_id: userId, key, claim_id: randomUUID() };
    const request = { method: parts.method, path: parts.path, fingerprint: accepted[0] ?? '' };
    if (await this.keys.claim(claim, request, accepted)) return { claim };
    const holder = await this.keys.holder(userId, key);
    if (holder && !accepted.includes(holder.fingerprint)) {
      throw new AppError(
        'idempotency_key_reused',
        `This Idempotency-Key belongs to another request (${holder.method} ${holder.path}, or the same with other content); use a new key`,
      );
    }
    if (holder?.answer) return { answer: holder.answer };
    throw new AppError(
      'idempotency_key_in_use',
      'The first request with this Idempotency-Key is still running',
      undefined,
      {
        retryAfterSeconds: 2,
      },
    );
  }

  /** Keeps the answer for repeats; null frees the key. Never throws: the request itself is done, and is answered. */
  async finish(claim: KeyClaim, answer: Answer | null): Promise<void> {
    try {
      if (answer) {
        await this.keys.answer(claim, answer);
        return;
      }
    } catch (error) {
      this.log.error({ err: error }, 'an answer could not be kept; its key is freed');
    }
    await this.keys
      .free(claim)
      .catch((error: unknown) => this.log.error(`a key could not be freed: ${errorText(error)}`));
  }

  /** Keyed, because bodies may hold passwords that a bare hash would give away; one for each secret in rotation. */
  private fingerprints(parts: RequestParts): string[] {
    const text = stableJson(parts);
    return this.config.sessionSecrets.map((secret) =>
      createHmac('sha256', secret).update(`idempotency:${text}`).digest('hex'),
    );
  }

  private async pruneSometimes(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.prunedAt < PRUNE_EVERY_MS) return;
    this.prunedAt = now;
    await this.keys.prune();
  }
}

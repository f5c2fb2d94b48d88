import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { VendorAnswer } from './vendor-http.js';

/** For how long syncs of one schedule's cycle may live on each other's answers. */
const SHARED_FOR_MS = 60_000;
const MAX_BYTES = 64 * 1024 * 1024;

interface Shared {
  answer: Promise<VendorAnswer>;
}

/**
 * Answers of vendors that several projects' syncs can share: a workspace that serves two hundred projects is listed
 * once for all of them. A caller that wants the present moment (a person who asked for a sync) gets fresh answers. The
 * others then share these. What is shared stays in its process: N workers ask N times.
 */
@Injectable()
export class SharedReads {
  private readonly answers = new LRUCache<string, Shared>({ maxSize: MAX_BYTES, ttl: SHARED_FOR_MS });

  /** The answer of a request that was sent within the last minute, or of the one that `send` sends. */
  async read(
    key: string,
    fresh: boolean,
    send: () => Promise<{ answer: VendorAnswer; bytes: number }>,
  ): Promise<VendorAnswer> {
    const shared = fresh ? undefined : this.answers.get(key);
    if (shared) {
      try {
        return await shared.answer;
      } catch {
        // The sender failed, or its sync was stopped: that says nothing about this one's luck.
      }
    }
    let bytes = 1;
    const answer = send().then((sent) => {
      bytes = sent.bytes;
      return sent.answer;
    });
    const entry: Shared = { answer };
    this.answers.set(key, entry, { size: 1 });
    try {
      const given = await answer;
      // Weighed once its size is known; a later request's answer is not overwritten by an earlier one's.
      if (this.answers.peek(key) === entry)
        this.answers.set(key, entry, { size: Math.max(1, bytes), ttl: SHARED_FOR_MS });
      return given;
    } catch (error) {
      // A failure is everybody's own: the next one asks again.
      if (this.answers.peek(key) === entry) this.answers.delete(key);
      throw error;
    }
  }
}

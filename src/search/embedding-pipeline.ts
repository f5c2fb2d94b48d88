import { Injectable } from '@nestjs/common';
import { ExponentialBackoff } from 'cockatiel';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import type { JobContext } from '../jobs/index.js';
import { embedBackoffMs } from './domain/backoff.js';
import type { EmbeddingFailure } from './domain/embedding-failure.js';
import type { Embedder, EmbedOutcome } from './embedder.js';
import { EmbeddingQueueRepository, type ClaimedChunk } from './embedding-queue.repository.js';
import { EmbeddingMetrics } from './search-metrics.js';

/** What a run has done so far, in chunks. */
export interface Tally {
  processed: number;
  failed: number;
  /** Those of `processed` that took the vector of an equal text. */
  reused: number;
  /** Waiting when the run began. */
  total: number;
}

/**
 * A provider that fails for a passing reason is asked again within the run, so that one lost packet doesn't end it. The
 * last time but one, what looks like an outage is taken apart: it may be one text that the provider stumbles over.
 */
const RETRIES = 3;
/** Runs in which a text alone gets no vector while others do, before it counts as rejected. */
const MAX_ALONE = 3;
/** Before the first of them; doubles, with jitter. */
const RETRY_MS = 500;
/** A provider that asks for a longer pause than this ends the run. */
const LONGEST_PAUSE_MS = 20_000;

/** Claims, embeds and writes batch after batch; the provider works on the next one while the last one is written. */
@Injectable()
export class EmbeddingPipeline {
  constructor(
    private readonly queue: EmbeddingQueueRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly metrics: EmbeddingMetrics,
  ) {}

  /**
   * Works until nothing is due, the signal aborts, `until` (epoch ms) is past or the provider fails; counts into
   * `tally`. No chunk stays claimed, also after a failure. @returns the provider's failure, or null
   */
  async drain(context: JobContext, embedder: Embedder, until: number, tally: Tally): Promise<EmbeddingFailure | null> {
    let writing: Promise<void> = Promise.resolve();
    let unwritten = new Set<string>();
    try {
      while (!context.signal.aborted && this.clock.now().getTime() < until) {
        const claim = await this.queue.claim(
          context.projectId,
          context.runId,
          embedder.model,
          this.config.EMBED_BATCH_SIZE,
        );
        this.count(context, tally, { reused: claim.reused, processed: claim.reused });
        if (claim.chunks.length === 0 && claim.reused === 0) break;
        // Texts of the batch that is being written get their vectors from it, this batch's chunks included.
        const own = claim.chunks.filter(({ text_hash }) => !unwritten.has(text_hash));
        const texts = new Map(byTrust(own).map(({ text_hash, text }) => [text_hash, text]));
        const trusted = new Set(own.filter(({ alone }) => alone === 0).map(({ text_hash }) => text_hash)).size;
        const outcome = await this.embedApart(embedder, [...texts.values()], trusted, until, context.signal);
        await writing;
        writing = this.write(context, embedder, own, [...texts.keys()], outcome, tally);
        // Looked at when it is awaited; until then it must not count as unhandled.
        writing.catch(() => {});
        unwritten = new Set(texts.keys());
        if (outcome.failure) return outcome.failure;
      }
      return null;
    } finally {
      await writing.finally(() => this.queue.release(context.projectId, context.runId));
    }
  }

  /** Texts that have failed alone before, behind the first `trusted`, go one by one: they must not hold up the others. */
  private async embedApart(
    embedder: Embedder,
    texts: readonly string[],
    trusted: number,
    until: number,
    signal: AbortSignal,
  ): Promise<EmbedOutcome> {
    const outcome = await this.embed(embedder, texts.slice(0, trusted), until, signal);
    for (const text of texts.slice(trusted)) {
      if (outcome.failure || signal.aborted || this.clock.now().getTime() >= until) outcome.texts.push(null);
      else {
        const { texts: answers, failure } = await embedder.embed([text], { signal, isolate: true });
        outcome.texts.push(answers[0] ?? null);
        outcome.failure = failure;
      }
    }
    return outcome;
  }

  /** The embedder's outcome, asked again for what is missing as long as that may help and ends before `until`. */
  private async embed(
    embedder: Embedder,
    texts: readonly string[],
    until: number,
    signal: AbortSignal,
  ): Promise<EmbedOutcome> {
    const done: EmbedOutcome['texts'] = texts.map(() => null);
    let backoff = new ExponentialBackoff({ initialDelay: RETRY_MS, maxDelay: LONGEST_PAUSE_MS }).next();
    for (let retries = 0; ; retries++, backoff = backoff.next(undefined)) {
      const open = done.flatMap((answer, at) => (answer === null ? [at] : []));
      if (open.length === 0) return { texts: done, failure: null };
      const outcome = await this.metrics.time(() =>
        embedder.embed(
          open.map((at) => texts[at] ?? ''),
          { signal, isolate: retries === RETRIES - 1 },
        ),
      );
      open.forEach((at, i) => (done[at] = outcome.texts[i] ?? null));
      const { failure } = outcome;
      // Taken apart, an outage has shown that a plain text gets no vector either.
      const provenDown = failure?.stumbled === true && retries >= RETRIES - 1;
      if (failure?.kind !== 'unavailable' || retries >= RETRIES || provenDown || signal.aborted)
        return { texts: done, failure };
      const pause = Math.max(backoff.duration, failure.retryAfterMs ?? 0);
      if (pause > LONGEST_PAUSE_MS || this.clock.now().getTime() + pause >= until) return { texts: done, failure };
      await this.clock.wait(pause, signal);
    }
  }

  private async write(
    context: JobContext,
    embedder: Embedder,
    chunks: readonly ClaimedChunk[],
    hashes: readonly string[],
    { texts, failure }: EmbedOutcome,
    tally: Tally,
  ): Promise<void> {
    const { projectId, runId } = context;
    const vectors = new Map<string, number[]>();
    const reasons = new Map<string, string>();
    const alone = new Map<string, { ms: number; reason: string }>();
    texts.forEach((answer, at) => {
      const hash = hashes[at] ?? '';
      if (!answer) return;
      if ('vector' in answer) vectors.set(hash, answer.vector);
      else if ('rejected' in answer) reasons.set(hash, answer.rejected);
      else
        for (const chunk of chunks.filter(({ text_hash }) => text_hash === hash)) {
          if (chunk.alone + 1 >= MAX_ALONE) reasons.set(hash, answer.spoilt);
          else alone.set(chunk.id, { ms: embedBackoffMs(chunk.alone + 1, null), reason: answer.spoilt });
        }
    });
    await this.queue.postponeAlone(projectId, runId, alone);
    const processed = await this.queue.complete(projectId, runId, embedder.model, vectors);
    const failed = await this.queue.reject(projectId, runId, embedder.model, reasons);
    if (failure?.kind === 'unavailable') {
      const waits = chunks
        .filter(({ id, text_hash }) => !vectors.has(text_hash) && !reasons.has(text_hash) && !alone.has(id))
        .map(({ id, attempts }) => [id, embedBackoffMs(attempts + 1, failure.retryAfterMs)] as const);
      await this.queue.postpone(projectId, runId, new Map(waits), failure.reason);
    }
    this.count(context, tally, { processed, failed });
  }

  private count(context: JobContext, tally: Tally, more: Partial<Tally>): void {
    tally.processed += more.processed ?? 0;
    tally.failed += more.failed ?? 0;
    tally.reused += more.reused ?? 0;
    const done = tally.processed + tally.failed;
    context.progress({ done, total: Math.max(tally.total, done), unit: 'chunks' });
  }
}

/** Those first that have never failed alone. */
const byTrust = (chunks: readonly ClaimedChunk[]): ClaimedChunk[] => chunks.toSorted((a, b) => a.alone - b.alone);

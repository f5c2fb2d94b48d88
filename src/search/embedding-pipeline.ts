import { Injectable } from '@nestjs/common';
import { bulkhead, ExponentialBackoff, type BulkheadPolicy } from 'cockatiel';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import type { JobContext } from '../jobs/index.js';
import { embedBackoffMs } from './domain/backoff.js';
import type { EmbeddingFailure } from './domain/embedding-failure.js';
import { isMadeHere } from './domain/model-id.js';
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

/** One run's way through what waits, which its lanes share. */
interface Draining {
  context: JobContext;
  embedder: Embedder;
  /** Epoch milliseconds after which no batch is begun. */
  until: number;
  tally: Tally;
  /** One lane claims at a time: of claims at once each would get a part of a batch. */
  claims: BulkheadPolicy;
  /** Hashes of the texts that a lane has in hand: no text is embedded twice. */
  inHand: Set<string>;
  /** The provider's first failure, after which no batch is begun. */
  failure: EmbeddingFailure | null;
  /** Whether a lane could not go on, so that the others must not. */
  isBroken: boolean;
}

/** Claims, embeds and writes batches, several at once; while one is written the provider works on others. */
@Injectable()
export class EmbeddingPipeline {
  /** Requests to the provider, of all runs of this process together. */
  private readonly requests: BulkheadPolicy;

  constructor(
    private readonly queue: EmbeddingQueueRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly metrics: EmbeddingMetrics,
  ) {
    this.requests = bulkhead(config.EMBED_REQUESTS_AT_ONCE, Infinity);
  }

  /**
   * Works until nothing is due, the signal aborts, `until` (epoch ms) is past or the provider fails; counts into
   * `tally`. No chunk stays claimed, also after a failure.
   * @returns the provider's failure, or null
   */
  async drain(context: JobContext, embedder: Embedder, until: number, tally: Tally): Promise<EmbeddingFailure | null> {
    const draining: Draining = {
      ...{ context, embedder, until, tally },
      claims: bulkhead(1, Infinity),
      inHand: new Set(),
      failure: null,
      isBroken: false,
    };
    let released: number;
    do {
      try {
        await this.work(draining);
      } finally {
        released = await this.queue.release(context.projectId, context.runId);
      }
      // A chunk that was left to the batch with its text may have been claimed too late for its vector.
    } while (released > 0 && !this.isOver(draining));
    return draining.failure;
  }

  /** The first batch shows whether the provider serves at all, before it is asked for several at once. */
  private async work(draining: Draining): Promise<void> {
    if (!(await this.nextBatch(draining))) return;
    // Models of this machine compute on its processors, one batch at a time. One lane more writes meanwhile.
    const atOnce = isMadeHere(draining.embedder.model) ? 1 : this.config.EMBED_REQUESTS_AT_ONCE;
    const lanes = await Promise.allSettled(Array.from({ length: atOnce + 1 }, () => this.lane(draining)));
    const broken = lanes.find((lane) => lane.status === 'rejected');
    if (broken) throw broken.reason;
  }

  private async lane(draining: Draining): Promise<void> {
    try {
      while (await this.nextBatch(draining));
    } catch (error) {
      draining.isBroken = true;
      throw error;
    }
  }

  private isOver({ context, until, failure, isBroken }: Draining): boolean {
    return isBroken || failure !== null || context.signal.aborted || this.clock.now().getTime() >= until;
  }

  /** Takes a batch from the queue to its vectors; false where none is due, or none may be begun. */
  private async nextBatch(draining: Draining): Promise<boolean> {
    if (this.isOver(draining)) return false;
    const { context, embedder, tally, claims, inHand } = draining;
    const claim = await claims.execute(() =>
      this.queue.claim(context.projectId, context.runId, embedder.model, this.config.EMBED_BATCH_SIZE),
    );
    this.count(context, tally, { reused: claim.reused, processed: claim.reused });
    if (claim.chunks.length === 0 && claim.reused === 0) return false;
    // Texts that another lane has in hand get their vectors from it.
    const own = claim.chunks.filter(({ text_hash }) => !inHand.has(text_hash));
    const texts = new Map(byTrust(own).map(({ text_hash, text }) => [text_hash, text]));
    const trusted = new Set(own.filter(({ alone }) => alone === 0).map(({ text_hash }) => text_hash)).size;
    for (const hash of texts.keys()) inHand.add(hash);
    try {
      const outcome = await this.embedApart(draining, [...texts.values()], trusted);
      draining.failure ??= outcome.failure;
      await this.write(context, embedder, own, [...texts.keys()], outcome, tally);
    } finally {
      for (const hash of texts.keys()) inHand.delete(hash);
    }
    return true;
  }

  /**
   * Texts that have failed alone before, behind the first `trusted`, go one by one: they must not hold up the others.
   */
  private async embedApart(draining: Draining, texts: readonly string[], trusted: number): Promise<EmbedOutcome> {
    const outcome = await this.embed(draining, texts.slice(0, trusted));
    for (const text of texts.slice(trusted)) {
      if (outcome.failure || this.isOver(draining)) outcome.texts.push(null);
      else {
        const { texts: answers, failure } = await this.ask(draining, [text], true);
        outcome.texts.push(answers[0] ?? null);
        outcome.failure = failure;
      }
    }
    return outcome;
  }

  /**
   * The embedder's outcome, asked again for what is missing as long as that may help and ends before the time is up.
   */
  private async embed(draining: Draining, texts: readonly string[]): Promise<EmbedOutcome> {
    const { context, until } = draining;
    const done: EmbedOutcome['texts'] = texts.map(() => null);
    let backoff = new ExponentialBackoff({ initialDelay: RETRY_MS, maxDelay: LONGEST_PAUSE_MS }).next();
    for (let retries = 0; ; retries++, backoff = backoff.next(undefined)) {
      const open = done.flatMap((answer, at) => (answer === null ? [at] : []));
      if (open.length === 0) return { texts: done, failure: null };
      const outcome = await this.ask(
        draining,
        open.map((at) => texts[at] ?? ''),
        retries === RETRIES - 1,
      );
      open.forEach((at, i) => (done[at] = outcome.texts[i] ?? null));
      const { failure } = outcome;
      // Taken apart, an outage has shown that a plain text gets no vector either.
      const provenDown = failure?.stumbled === true && retries >= RETRIES - 1;
      if (failure?.kind !== 'unavailable' || retries >= RETRIES || provenDown || this.isOver(draining))
        return { texts: done, failure };
      const pause = Math.max(backoff.duration, failure.retryAfterMs ?? 0);
      if (pause > LONGEST_PAUSE_MS || this.clock.now().getTime() + pause >= until) return { texts: done, failure };
      await this.clock.wait(pause, context.signal);
    }
  }

  /** The embedder's outcome, once there is a place for another request. */
  private ask({ embedder, context }: Draining, texts: readonly string[], isolate: boolean): Promise<EmbedOutcome> {
    return this.requests.execute(() =>
      this.metrics.time(() => embedder.embed(texts, { signal: context.signal, isolate })),
    );
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

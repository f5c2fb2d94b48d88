import { Injectable } from '@nestjs/common';
import { AppError, errorText } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import type { JobContext, JobResult } from '../jobs/index.js';
import { ChunkRecutter } from './chunk-recutter.js';
import { ChunksRepository } from './chunks.repository.js';
import { cureOf } from './domain/setting-cure.js';
import { EmbeddingQueueRepository } from './embedding-queue.repository.js';
import { EmbeddingPipeline, type Tally } from './embedding-pipeline.js';
import { Embedders } from './embedders.js';
import { GenerationKeeper } from './generation-keeper.js';

/** One run of `embeddings_run`: what comes before the work, the work, and what comes after it. */
@Injectable()
export class EmbeddingRun {
  constructor(
    private readonly recutter: ChunkRecutter,
    private readonly embedders: Embedders,
    private readonly generations: GenerationKeeper,
    private readonly queue: EmbeddingQueueRepository,
    private readonly pipeline: EmbeddingPipeline,
    private readonly chunks: ChunksRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Embeds the project's waiting chunks until none is due or `budgetMs` is over.
   * @returns counts and `status`: ok, or partial when chunks still wait
   * @throws AppError `provider_not_configured` when the provider refuses the key, the quota or the model
   */
  async run(context: JobContext, budgetMs: number): Promise<JobResult> {
    const { projectId, runId, signal } = context;
    const started = this.clock.now().getTime();
    const embedder = this.embedders.configured;
    await this.recutter.bringUpToDate(projectId, signal);
    await this.queue.freeLeases(projectId, runId, this.config.EMBED_STALE_RECOVERY_MINUTES);
    await this.queue.reopenRejected(projectId);
    await this.generations.prepare(projectId, embedder, signal);
    const before = await this.chunks.countsOf(projectId);
    const tally: Tally = { processed: 0, failed: 0, reused: 0, total: before.pending };
    const failure = await this.pipeline.drain(context, embedder, started + budgetMs, tally);
    if (failure?.kind === 'refused') {
      throw new AppError(
        'provider_not_configured',
        `Embedding stopped: ${failure.reason}. ${cureOf(failure.fault)}, then run this again; no text was given up.`,
      );
    }
    if (failure?.kind === 'unavailable')
      context.warn(`Embedding stopped early: ${failure.reason}`, { retry_after_ms: failure.retryAfterMs });
    await this.settle(context);
    const after = await this.chunks.countsOf(projectId);
    const remaining = after.pending + after.processing;
    return {
      processed: tally.processed,
      failed: tally.failed,
      remaining,
      status: failure || remaining > 0 ? 'partial' : 'ok',
      model: embedder.model,
      reused: tally.reused,
      reason: failure?.reason ?? null,
      duration_ms: this.clock.now().getTime() - started,
    };
  }

  /** Search works without the index, only slower: a failure to make it must not lose the run. */
  private async settle(context: JobContext): Promise<void> {
    if (context.signal.aborted) return;
    try {
      await this.generations.settle(context.projectId, this.embedders.configured, context.signal);
    } catch (error) {
      if (context.signal.aborted) return;
      context.warn(`The search index of this project could not be brought up to date: ${errorText(error)}`);
    }
  }
}

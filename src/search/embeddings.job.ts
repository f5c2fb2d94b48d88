import { Injectable } from '@nestjs/common';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { EmbeddingRun } from './embedding-run.js';

const TIMEOUT_SECONDS = 900;
/** Kept back from the run's time, so that it ends by itself, in order, and not by its timeout. */
const RESERVE_SECONDS = 120;

/** Gives every waiting chunk of the project its vector. */
@Injectable()
export class EmbeddingsJob implements JobDefinition {
  readonly type = 'embeddings_run';
  readonly title = 'Embed new and changed texts';
  readonly cadenceSeconds = 1200;
  readonly timeoutSeconds = TIMEOUT_SECONDS;
  readonly reads = ['projects', 'chunks', 'runs'] as const;
  readonly writes = ['chunks'] as const;

  constructor(
    registry: JobRegistry,
    private readonly embedding: EmbeddingRun,
  ) {
    registry.register(this);
  }

  run(context: JobContext): Promise<JobResult> {
    return this.embedding.run(context, (TIMEOUT_SECONDS - RESERVE_SECONDS) * 1000);
  }
}

import { Controller, Injectable, Module, Post } from '@nestjs/common';
import { Access, Operation, ProjectScoped } from '../../src/http/index.js';
import {
  JobRegistry,
  JobsModule,
  Trigger,
  type BatchJobDefinition,
  type JobContext,
  type JobRequest,
} from '../../src/jobs/index.js';

type Work = BatchJobDefinition['runTogether'];

export const succeed: Work = async (contexts) =>
  new Map(contexts.map(({ projectId }) => [projectId, { done: true, counted: 1 }]));

/** Jobs that do many projects together: `together` as the test says, `after` at once, `brief` within 200 ms. */
@Injectable()
export class TestBatchJobs {
  /** Batches of `together` that were begun, oldest first. */
  readonly begun: (readonly JobContext[])[] = [];
  work: Work = succeed;

  constructor(registry: JobRegistry) {
    const job = { title: 'test', cadenceSeconds: 86_400, timeoutSeconds: 60, reads: [], writes: [] };
    const work: Work = (contexts) => {
      this.begun.push(contexts);
      return this.work(contexts);
    };
    registry.register({ ...job, type: 'together', followUps: ['after'], runTogether: work });
    registry.register({ ...job, type: 'brief', timeoutSeconds: 0.2, runTogether: work });
    registry.register({ ...job, type: 'after', runTogether: succeed });
  }

  /** Forgets what was begun, and has all succeed from now on. */
  reset(): void {
    this.begun.length = 0;
    this.work = succeed;
  }

  /** Sizes of the batches that were begun. */
  sizes(): number[] {
    return this.begun.map((contexts) => contexts.length);
  }
}

@Controller('test-batch-jobs')
class TestBatchJobsController {
  @Post('together')
  @Access('operator')
  @ProjectScoped()
  @Trigger('together')
  @Operation({ summary: 'A job of the tests', example: { result: { done: true } } })
  together(): JobRequest {
    return { job_type: 'together' };
  }
}

@Module({
  imports: [JobsModule],
  controllers: [TestBatchJobsController],
  providers: [TestBatchJobs],
  exports: [TestBatchJobs],
})
export class TestBatchJobsModule {}

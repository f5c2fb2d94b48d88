import { Controller, Injectable, Module, Post } from '@nestjs/common';
import { AppError } from '../../src/common/app-error.js';
import { Access, Operation, ProjectScoped } from '../../src/http/index.js';
import { JobRegistry, JobsModule, Trigger, type JobContext, type JobRequest } from '../../src/jobs/index.js';

const DONE = { summary: 'A job of the tests', example: { result: { done: true } } };

/** Jobs whose end the test decides: `gate` runs until it is opened, `fail` throws, `parent` runs `gate` as its child,
 * `impatient` does so without waiting for its end. */
@Injectable()
export class TestJobs {
  /** Runs of `gate` that were begun, oldest first. */
  readonly begun: JobContext[] = [];
  private open: () => void = () => {};
  private opened = new Promise<void>((resolve) => (this.open = resolve));

  constructor(registry: JobRegistry) {
    const job = { title: 'test', cadenceSeconds: null, timeoutSeconds: 60, reads: [], writes: [] };
    registry.register({
      ...job,
      type: 'gate',
      cadenceSeconds: 900,
      dueAtOnce: true,
      run: async (context) => {
        this.begun.push(context);
        context.progress({ done: 1, total: 2, unit: 'steps' });
        await Promise.race([this.opened, new Promise((resolve) => context.signal.addEventListener('abort', resolve))]);
        context.signal.throwIfAborted();
        return { done: true, counted: 7 };
      },
    });
    registry.register({
      ...job,
      type: 'fail',
      run: () => Promise.reject(new AppError('vendor_failed', 'The vendor is away')),
    });
    registry.register({
      ...job,
      type: 'slow',
      timeoutSeconds: 0.05,
      run: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
    });
    registry.register({
      ...job,
      type: 'parent',
      run: async (context) => {
        const child = await context.runChild('gate');
        context.warn('something is odd', { child: child.ok });
        return { child: child.ok, child_run: child.runId };
      },
    });
    registry.register({
      ...job,
      type: 'impatient',
      timeoutSeconds: 0.2,
      run: async (context) => ({ child: (await context.runChild('gate')).ok }),
    });
  }

  release(): void {
    this.open();
    this.opened = Promise.resolve();
  }

  hold(): void {
    this.opened = new Promise<void>((resolve) => (this.open = resolve));
  }
}

@Controller('test-jobs')
class TestJobsController {
  @Post('gate')
  @Access('operator')
  @ProjectScoped()
  @Trigger('gate')
  @Operation(DONE)
  gate(): JobRequest {
    return { job_type: 'gate' };
  }

  @Post('fail')
  @Access('operator')
  @ProjectScoped()
  @Trigger('fail')
  @Operation(DONE)
  fail(): JobRequest {
    return { job_type: 'fail' };
  }

  @Post('slow')
  @Access('operator')
  @ProjectScoped()
  @Trigger('slow')
  @Operation(DONE)
  slow(): JobRequest {
    return { job_type: 'slow' };
  }

  @Post('parent')
  @Access('operator')
  @ProjectScoped()
  @Trigger('parent')
  @Operation(DONE)
  parent(): JobRequest {
    return { job_type: 'parent' };
  }

  @Post('impatient')
  @Access('operator')
  @ProjectScoped()
  @Trigger('impatient')
  @Operation(DONE)
  impatient(): JobRequest {
    return { job_type: 'impatient' };
  }
}

@Module({ imports: [JobsModule], controllers: [TestJobsController], providers: [TestJobs], exports: [TestJobs] })
export class TestJobsModule {}

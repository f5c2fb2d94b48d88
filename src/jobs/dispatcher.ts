import { Injectable, Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { JobQueue } from './job-queue.js';
import { JobRegistry } from './job-registry.js';
import { RunStarter } from './run-starter.js';
import { ScheduleRepository, type ScheduledType, type Slot } from './schedule.repository.js';

/** Slots taken in one transaction; a tick goes on until nothing is due. */
const CLAIM = 200;
/** Runs that have lost their messages, at most at a time; what is left waits for the next tick. */
const LOST = 1_000;
const INTERVAL = 'dispatcher';

export interface Tick {
  dispatched: Slot[];
  /** Due, but an equal run was open already. */
  skipped: Slot[];
}

/**
 * Looks for due jobs and queues them, and queues runs again that the queue has lost. Any number of dispatchers may tick
 * at once: the rows are claimed, not the time.
 */
@Injectable()
export class Dispatcher {
  private readonly log = new Logger('jobs');
  private ticking: Promise<unknown> | null = null;

  constructor(
    private readonly config: Config,
    private readonly registry: JobRegistry,
    private readonly schedule: ScheduleRepository,
    private readonly starter: RunStarter,
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly scheduler: SchedulerRegistry,
  ) {}

  async start(): Promise<void> {
    await this.schedule.seed(this.scheduled(), false);
    const tick = () => {
      // A tick that takes longer than the interval is not doubled.
      this.ticking ??= this.tick(null)
        .then(() => this.queue.letLongestWaitingGoNext())
        .then(() => this.queueLost())
        .catch((error: unknown) => this.log.error({ err: error }, 'tick failed'))
        .finally(() => (this.ticking = null));
    };
    this.scheduler.addInterval(INTERVAL, setInterval(tick, this.config.DISPATCH_INTERVAL_SECONDS * 1000));
  }

  async stop(): Promise<void> {
    if (this.scheduler.doesExist('interval', INTERVAL)) this.scheduler.deleteInterval(INTERVAL);
    await this.ticking;
  }

  /** Queues everything that is due, of one project or of all. */
  async tick(projectId: string | null): Promise<Tick> {
    const jobs = this.scheduled();
    await this.schedule.seed(jobs, true);
    const ticked: Tick = { dispatched: [], skipped: [] };
    for (;;) {
      const claimed = await this.database.transaction(async (tx) => {
        const slots = await this.schedule.claimDue(tx, jobs, CLAIM, projectId);
        const runs = await this.starter.startMany(tx, slots.map(runOf));
        const opened = new Set(runs.map((run) => `${run.project_id} ${run.job_type}`));
        for (const slot of slots)
          (opened.has(`${slot.project_id} ${slot.job_type}`) ? ticked.dispatched : ticked.skipped).push(slot);
        return slots;
      });
      if (claimed.length < CLAIM) break;
    }
    if (ticked.dispatched.length > 0) this.starter.nudge();
    return ticked;
  }

  /**
   * Queues open runs again that have lost their messages: else whoever wants them joins them for ever, and the schedule
   * skips their jobs.
   */
  async queueLost(): Promise<void> {
    const lost = await this.database.transaction((tx) => this.starter.queueLost(tx, LOST));
    if (lost.length === 0) return;
    this.log.warn({ runs: lost.length }, 'nothing in the queue was about open runs: they are queued again');
    this.starter.nudge();
  }

  private scheduled(): ScheduledType[] {
    return this.registry.all().flatMap((job) => {
      const { type, cadenceSeconds, dueAtOnce = false } = job;
      return cadenceSeconds === null
        ? []
        : [{ type, cadenceSeconds, dueAtOnce, together: job.runTogether !== undefined }];
    });
  }
}

function runOf({ project_id, job_type }: Slot) {
  return { project_id, job_type, trigger: 'schedule' as const, triggered_by: null, request_id: null, payload: {} };
}

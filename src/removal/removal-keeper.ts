import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Config } from '../config/index.js';
import { LeavingStatesRepository, SOURCES_CLEARING, SourceTurns } from '../connectors/index.js';
import { Database } from '../database/index.js';
import { RunStarter } from '../jobs/index.js';
import { PROJECT_REMOVAL } from './project-removal.job.js';
import { ProjectsRemovalRepository } from './projects-removal.repository.js';

const LOOK_EVERY_MS = 60_000;
const INTERVAL = 'removal-keeper';

/**
 * Sees to it that what has to go goes: a run that failed, or was never started, is started again. Any number of workers
 * may look, since an open run is not doubled.
 */
@Injectable()
export class RemovalKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('removal');
  private looking: Promise<void> | null = null;

  constructor(
    private readonly config: Config,
    private readonly turns: SourceTurns,
    private readonly states: LeavingStatesRepository,
    private readonly projects: ProjectsRemovalRepository,
    private readonly starter: RunStarter,
    private readonly database: Database,
    private readonly scheduler: SchedulerRegistry,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runsJobs) return;
    // The environment may name other accounts than before this start.
    this.begin(() => this.turns.settleAll());
    this.scheduler.addInterval(
      INTERVAL,
      setInterval(() => this.begin(() => this.look()), LOOK_EVERY_MS),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.scheduler.doesExist('interval', INTERVAL)) this.scheduler.deleteInterval(INTERVAL);
    await this.looking;
  }

  /** Starts what is missing. */
  async look(): Promise<void> {
    const [removed, leaving] = [await this.projects.removed(), await this.states.projects()];
    const wanted = [...removed.map((id) => [id, PROJECT_REMOVAL]), ...leaving.map((id) => [id, SOURCES_CLEARING])];
    if (wanted.length === 0) return;
    await this.database.transaction((tx) =>
      this.starter.startMany(
        tx,
        wanted.map(([project_id = '', job_type = '']) => ({
          project_id,
          job_type,
          trigger: 'schedule' as const,
          triggered_by: null,
          request_id: null,
          payload: {},
        })),
      ),
    );
    this.starter.nudge();
  }

  private begin(work: () => Promise<void>): void {
    this.looking ??= work()
      .catch((error: unknown) => this.log.error({ err: error }, 'look failed'))
      .finally(() => (this.looking = null));
  }
}

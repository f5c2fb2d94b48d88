import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { DAY_MS, dayOf } from '../common/day.js';
import { wait } from '../common/wait.js';
import {
  LeavingStatesRepository,
  SOURCES_CLEARING,
  Superseded,
  SYNC_CYCLE,
  type ConnectorName,
} from '../connectors/index.js';
import { Database } from '../database/index.js';
import { JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { DAILY_PIPELINE } from '../kag-pipeline/index.js';
import { SNAPSHOTS_REFRESH } from '../kag-snapshots/index.js';
import { ConclusionsRepository } from './conclusions.repository.js';
import { SourceClearing } from './source-clearing.js';

/** How long runs that began before may take to end, and how often it is looked whether they have. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 500;
/** Days that can be concluded again at most, today among them. */
const MOST_DAYS = 400;
const NOTHING_DONE = { removed: {}, conclusions: 0, snapshots: 0 };

/** Removes what a project no longer reads from, then has everything concluded again from what is left. */
@Injectable()
export class SourcesClearingJob implements JobDefinition {
  readonly type = SOURCES_CLEARING;
  readonly title = 'Remove what the project no longer reads from';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 7200;
  readonly followUps = [DAILY_PIPELINE, SYNC_CYCLE];

  constructor(
    jobs: JobRegistry,
    private readonly clearing: SourceClearing,
    private readonly states: LeavingStatesRepository,
    private readonly conclusions: ConclusionsRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    try {
      return await this.clear(context);
    } catch (error) {
      // The later change of the source has wanted another run after this one.
      if (error instanceof Superseded) return NOTHING_DONE;
      throw error;
    }
  }

  private async clear(context: JobContext): Promise<JobResult> {
    const { projectId, runId, signal } = context;
    const leaving = await this.states.of(projectId);
    const removed: Partial<Record<ConnectorName, number>> = {};
    for (const { connector } of leaving) {
      const rows = await this.clearing.clear(context, connector as ConnectorName);
      if (rows !== null) removed[connector as ConnectorName] = rows;
    }
    const cleared = Object.keys(removed) as ConnectorName[];
    if (cleared.length === 0) return NOTHING_DONE;
    await this.untilQuiet(context);
    const conclusions = await this.conclusions.drop(projectId, signal);
    await this.database.transaction(async (tx) => {
      for (const connector of cleared) await this.states.end(tx, projectId, connector, runId);
    });
    const snapshots = await this.concludeAgain(context);
    for (const followUp of this.followUps) context.followUp(followUp);
    return { removed, conclusions, snapshots };
  }

  /** Runs that may have read what is gone by now end first: they would write what they have concluded from it. */
  private async untilQuiet({ projectId, signal }: JobContext): Promise<void> {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    let open = await this.conclusions.runs(projectId);
    while (open.length > 0 && !patience.aborted) {
      await wait(LOOK_EVERY_MS, patience);
      const now = await this.conclusions.runs(projectId);
      open = open.filter((id) => now.includes(id));
    }
  }

  /** The days of the past; the present one is the daily pipeline's. Returns how many. */
  private async concludeAgain(context: JobContext): Promise<number> {
    const first = await this.conclusions.firstDay(context.projectId);
    if (first === null) return 0;
    const now = this.clock.now();
    const to = dayOf(now);
    const earliest = dayOf(new Date(now.getTime() - (MOST_DAYS - 1) * DAY_MS));
    const from = first < earliest ? earliest : first;
    const outcome = await context.runChild(SNAPSHOTS_REFRESH, { from, to });
    if (outcome.ok) return Number(outcome.result['snapshots'] ?? 0);
    context.warn(`The past days were not concluded again: ${outcome.error.message}`, { from, to });
    return 0;
  }
}

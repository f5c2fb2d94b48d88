import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { dayOf } from '../common/day.js';
import { DAY_MS } from '../common/time-units.js';
import { wait } from '../common/wait.js';
import {
  LeavingStatesRepository,
  SOURCES_CLEARING,
  Superseded,
  SYNC_CYCLE,
  type ConnectorName,
} from '../connectors/index.js';
import { Database, type Tx } from '../database/index.js';
import { JobRegistry, RunStarter, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { DAILY_PIPELINE } from '../kag-pipeline/index.js';
import { SNAPSHOTS_REFRESH } from '../kag-snapshots/index.js';
import { ConclusionsRepository } from './conclusions.repository.js';
import { SourceClearing } from './source-clearing.js';

/** How long runs that began before may take to end, and how often it is looked whether they have. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 500;
/** Days that can be concluded again at most, today among them. */
const MAX_DAYS = 400;
const NOTHING_DONE = { removed: {}, conclusions: 0, again_from: null };

/** Removes what a project no longer reads from, then has everything concluded again from what is left. */
@Injectable()
export class SourcesClearingJob implements JobDefinition {
  readonly type = SOURCES_CLEARING;
  readonly title = 'Remove what the project no longer reads from';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 7200;
  readonly reads = ['projects', 'sources', 'records', 'syncs', 'chunks', 'events', 'runs'] as const;
  readonly writes = [
    'projects',
    'records',
    'syncs',
    'errors',
    'webhooks',
    'chunks',
    'events',
    'signals',
    'days',
    'onsets',
    'signatures',
    'forecasts',
    'recommendations',
    'runs',
  ] as const;
  readonly followUps = [DAILY_PIPELINE, SYNC_CYCLE];
  readonly starts = [SNAPSHOTS_REFRESH];

  constructor(
    jobs: JobRegistry,
    private readonly clearing: SourceClearing,
    private readonly states: LeavingStatesRepository,
    private readonly conclusions: ConclusionsRepository,
    private readonly starter: RunStarter,
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
    const from = await this.firstDay(projectId);
    // Once the project tells of itself again, a standby must not have any of it either.
    await this.database.spread();
    await this.database.transaction(async (tx) => {
      for (const connector of cleared) await this.states.end(tx, projectId, connector, runId);
      if (from !== null) await this.concludeAgain(tx, context, from);
    });
    for (const followUp of this.followUps) context.followUp(followUp);
    return { removed, conclusions, again_from: from };
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

  /** The first day that can be concluded again; null: nothing is left that anything follows from. */
  private async firstDay(projectId: string): Promise<string | null> {
    const first = await this.conclusions.firstDay(projectId);
    const earliest = dayOf(new Date(this.clock.now().getTime() - (MAX_DAYS - 1) * DAY_MS));
    return first !== null && first < earliest ? earliest : first;
  }

  /**
   * Has the days of the past concluded again, by a run that nothing waits for; the present day is the daily pipeline's.
   */
  private async concludeAgain(tx: Tx, context: JobContext, from: string): Promise<void> {
    const { joined } = await this.starter.start(tx, {
      project_id: context.projectId,
      job_type: SNAPSHOTS_REFRESH,
      trigger: 'follow_up',
      triggered_by: context.triggeredBy,
      request_id: null,
      payload: { from },
    });
    if (joined)
      context.warn('Days of the past may not be concluded again: POST /kag/snapshots/refresh with this day', { from });
  }
}

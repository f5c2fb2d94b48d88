import type { Feed } from '../../client/feed.js';
import type { JobRun } from '../../client/published.js';
import { hasEnded } from '../../client/run.js';
import { FeedSet, type Around } from '../feed-set.js';
import type { LogEvent } from './log.js';
import { newestRuns } from './reading.js';
import type { View } from './view.js';

const SECOND = 1000;
/** Runs that are shown at first, and more with each wish for older ones. */
export const STEP = 50;
const MAX_PARTS = 200;
const MAX_EVENTS = 200;

/** What is wanted when it is fetched. */
export interface Wanted {
  view: View;
  runs: number;
  /** One project of each account scope that the person reaches. */
  scopes: readonly string[];
}

/** The history of runs, of the project or of all. */
export class RunsFeeds extends FeedSet {
  readonly history: Feed<{ runs: JobRun[]; more: boolean }>;

  constructor(around: Around, wanted: () => Wanted) {
    super(around);
    this.history = this.feed((signal) => {
      const { view, runs, scopes } = wanted();
      return newestRuns(this.api, view.all ? scopes : [this.projectId], view.all, view, runs, signal);
    }, 5 * SECOND);
  }

  started(): void {
    void this.history.refresh();
  }

  protected get working(): boolean {
    return this.history.state.get().data?.runs.some((run) => !hasEnded(run)) ?? false;
  }
}

export interface RunAnswer {
  run: JobRun;
  /** The newest first. */
  parts: readonly JobRun[];
  /** The newest first. */
  log: readonly LogEvent[];
}

/** One run with its parts and its log. */
export class RunFeeds extends FeedSet {
  readonly run: Feed<RunAnswer>;

  constructor(around: Around, runId: string) {
    super(around);
    this.run = this.feed((signal) => this.read(encodeURIComponent(runId), signal), 2 * SECOND);
  }

  started(): void {
    void this.run.refresh();
  }

  protected get working(): boolean {
    const answer = this.run.state.get().data;
    return answer !== null && !hasEnded(answer.run);
  }

  private async read(id: string, signal: AbortSignal): Promise<RunAnswer> {
    // The whole first: once it has ended, so have its parts, and its log is complete.
    const { run } = await this.get<'getJobRun'>(`jobs/runs/${id}`, signal);
    const since = encodeURIComponent(run.created_at);
    const [{ runs: parts }, { events: log }] = await Promise.all([
      this.get<'listJobRuns'>(`jobs/runs?parent_run_id=${id}&limit=${MAX_PARTS}`, signal),
      this.get<'listEvents'>(`kag/events?kind=process&run_id=${id}&since=${since}&limit=${MAX_EVENTS}`, signal),
    ]);
    return { run, parts, log };
  }
}

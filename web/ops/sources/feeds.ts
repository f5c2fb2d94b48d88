import type { Feed } from '../../client/feed.js';
import type { ConnectorError, ConnectorState, JobRun, ListedSource, SyncRun } from '../../client/published.js';
import { hasEnded } from '../../client/run.js';
import { reaches } from '../../client/session.js';
import { FeedSet, type Around } from '../feed-set.js';

const SECOND = 1000;
const MAX_SYNCS = 100;
const MAX_ERRORS = 50;
const CYCLE = 'connectors_sync_cycle';

/** The newest sync of all connectors with its parts; null: there was none. */
export interface Cycle {
  run: JobRun;
  parts: readonly JobRun[];
}

/** How the project is read: each source with its lists, what was synced, and what went wrong. */
export class SourceFeeds extends FeedSet {
  /** Sources are for admins; null for others. */
  readonly sources: Feed<ListedSource[]> | null;
  readonly states: Feed<ConnectorState[]>;
  readonly syncs: Feed<SyncRun[]>;
  readonly errors: Feed<ConnectorError[]>;
  readonly cycle: Feed<Cycle | null>;

  constructor(around: Around) {
    super(around);
    const path = `projects/${encodeURIComponent(this.projectId)}/sources`;
    this.sources = reaches(this.role, 'admin')
      ? this.feed(async (signal) => (await this.api.get<'listProjectSources'>(path, signal)).sources, 60 * SECOND)
      : null;
    this.states = this.feed(
      async (signal) => (await this.get<'listConnectorStates'>('connectors/state', signal)).connectors,
      5 * SECOND,
    );
    this.syncs = this.feed(
      async (signal) => (await this.get<'listSyncRuns'>(`connectors/runs?limit=${MAX_SYNCS}`, signal)).runs,
      10 * SECOND,
    );
    this.errors = this.feed((signal) => this.readErrors(signal), 15 * SECOND);
    this.cycle = this.feed((signal) => this.readCycle(signal), 3 * SECOND);
  }

  started(): void {
    void this.cycle.refresh();
  }

  protected get working(): boolean {
    const cycle = this.cycle.state.get().data;
    if (cycle !== null && !hasEnded(cycle.run)) return true;
    const syncs = this.syncs.state.get().data ?? [];
    return syncs.some(({ status }) => status === 'queued' || status === 'running');
  }

  private async readErrors(signal: AbortSignal): Promise<ConnectorError[]> {
    const open = await Promise.all(
      ['dead_letter', 'retrying', 'pending'].map(async (status) => {
        const path = `connectors/errors?status=${status}&limit=${MAX_ERRORS}`;
        return (await this.get<'listConnectorErrors'>(path, signal)).errors;
      }),
    );
    return open.flat();
  }

  private async readCycle(signal: AbortSignal): Promise<Cycle | null> {
    const [run] = (await this.get<'listJobRuns'>(`jobs/runs?job_type=${CYCLE}&limit=1`, signal)).runs;
    if (!run) return null;
    const { runs: parts } = await this.get<'listJobRuns'>(`jobs/runs?parent_run_id=${run.id}`, signal);
    return { run, parts: parts.reverse() };
  }
}

import type { JobContext } from '../jobs/index.js';
import type { RefreshedSnapshots } from './snapshots.service.js';

/** What a run did with snapshots, in numbers. */
export interface SnapshotCounters {
  snapshots: number;
  unpublishable: number;
  outcomes: number;
}

/**
 * Counts what a refresh did in the run's project. Hidden snapshots make one warning for the run, which names their
 * days: one for each would bury all others.
 */
export function countSnapshots(context: JobContext, refreshed: RefreshedSnapshots | undefined): SnapshotCounters {
  const { snapshots = 0, outcomes = 0, hidden = [] } = refreshed ?? {};
  if (hidden.length > 0)
    context.warn(
      hidden.length === 1
        ? '1 snapshot has no evidence and is hidden'
        : `${hidden.length} snapshots have no evidence and are hidden`,
      { snapshot_dates: hidden },
    );
  return { snapshots, unpublishable: hidden.length, outcomes };
}

import type { JobRun, ListedSource } from '../../client/published.js';

/** How a step stands: done, to be done now, or after those before it. */
export type Step = 'done' | 'now' | 'later';

export interface Known {
  project: boolean;
  sources: readonly Pick<ListedSource, 'reads_with'>[];
  /** The latest sync of all connectors. */
  sync: Pick<JobRun, 'status' | 'result'> | null;
}

/** What is done of the way from an empty server to a portfolio, and what is next. */
export function stepsOf({ project, sources, sync }: Known): Record<'project' | 'connect' | 'sync' | 'look', Step> {
  const connected = project && sources.some(({ reads_with }) => reads_with !== null);
  const synced = connected && sync?.status === 'succeeded' && succeededIn(sync.result) > 0;
  return {
    project: project ? 'done' : 'now',
    connect: connected ? 'done' : project ? 'now' : 'later',
    sync: synced ? 'done' : connected ? 'now' : 'later',
    look: synced ? 'now' : 'later',
  };
}

/** A sync of which no vendor could be read ends well, and has brought nothing. */
const succeededIn = (result: Record<string, unknown> | null): number =>
  typeof result?.['succeeded'] === 'number' ? result['succeeded'] : 0;

import type { Api } from './api.js';
import { ApiProblem, messageOf } from './api-problem.js';
import { hasEnded, type Run } from './run.js';
import { ENGLISH_RUN, type RunWords } from './run-words.js';

/** A run as it was last seen. */
export interface SeenRun {
  run: Run;
  /** Its parts, such as the syncs of a cycle, oldest first. */
  parts: readonly Run[];
  /** Why it can't be looked at; it may go on nevertheless. */
  trouble: string | null;
  /** Seconds since it was first seen. */
  waited: number;
}

const LOOK_EVERY_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;
const PARTS_LOOKED_AT = 50;

/**
 * Looks at a run once a second until it has ended, and calls `see` each time. Looking is what gets through every
 * proxy, and any number of runs can be followed: browsers hold few streams open to one server. A server that is away
 * is asked less and less often. Resolves at the end, or when the run can no longer be seen.
 */
export async function followRun(
  api: Api,
  first: Run,
  projectId: string | null,
  see: (seen: SeenRun) => void,
  signal: AbortSignal,
  words: () => RunWords = () => ENGLISH_RUN,
): Promise<void> {
  const start = performance.now();
  const project = projectId === null ? '' : `project_id=${encodeURIComponent(projectId)}`;
  let run = first;
  let parts: readonly Run[] = [];
  let failures = 0;
  const show = (trouble: string | null) => see({ run, parts, trouble, waited: (performance.now() - start) / 1000 });
  show(null);
  while (!signal.aborted) {
    await pause(Math.min(LOOK_EVERY_MS * 2 ** failures, LONGEST_PAUSE_MS));
    if (signal.aborted) return;
    try {
      // The whole first: once it has ended, so have its parts.
      const seen = (await api.get<'getJobRun'>(`jobs/runs/${run.id}?${project}`, signal)).run;
      parts = await partsOf(api, seen, project, signal);
      run = seen;
      failures = 0;
      show(null);
      if (hasEnded(run)) return;
    } catch (error) {
      if (signal.aborted) return;
      failures++;
      const final = error instanceof ApiProblem && error.status >= 400 && error.status < 500 && error.status !== 429;
      show(final ? messageOf(error) : `${messageOf(error)} ${words().lookingAgain}`);
      if (final) return;
    }
  }
}

async function partsOf(api: Api, whole: Run, project: string, signal: AbortSignal): Promise<Run[]> {
  const { runs } = await api.get<'listJobRuns'>(`jobs/runs?limit=${PARTS_LOOKED_AT}&${project}`, signal);
  return runs.filter((run) => run.parent_run_id === whole.id).reverse();
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

import { SingleBar } from 'cli-progress';
import type { ApiClient, ShownRun } from './api-client.js';
import type { DemoProject } from './clients.js';
import type { StepRow } from './tables.js';

type Result = Record<string, unknown>;

/**
 * Runs a job for one project after the other behind a bar, which also tells how far the project in hand is.
 * @param outcome what the projects' results come to
 */
export async function step(
  api: ApiClient,
  name: string,
  path: string,
  projects: readonly DemoProject[],
  outcome: (results: readonly Result[]) => string,
): Promise<StepRow> {
  const bar = new SingleBar({
    format: `${name.padEnd(12)} {bar} {value}/{total} projects {duration_formatted} {now}`,
    hideCursor: true,
    noTTYOutput: false,
  });
  bar.start(projects.length, 0, { now: '' });
  const started = performance.now();
  const results: Result[] = [];
  try {
    for (const project of projects) {
      await api.call('POST', `/projects/${project.id}/select`, {});
      const run = await api.run(path, async (seen) => bar.update({ now: await howFar(api, seen) }));
      results.push(run.result ?? {});
      bar.increment({ now: '' });
    }
    return { step: name, seconds: (performance.now() - started) / 1000, outcome: outcome(results) };
  } finally {
    bar.stop();
  }
}

/** What the run says of itself, or the part of it that is under way. */
async function howFar(api: ApiClient, run: ShownRun): Promise<string> {
  let progress = run.progress;
  if (!progress && run.status === 'running') {
    const { runs } = await api.call<{ runs: ShownRun[] }>('GET', '/jobs/runs?status=running&limit=10');
    progress = runs.find((each) => each.parent_run_id === run.id)?.progress ?? null;
  }
  return progress ? `${progress.done}/${progress.total ?? '?'} ${progress.unit}` : '';
}

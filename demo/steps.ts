import { SingleBar } from 'cli-progress';
import type { ApiClient, ShownRun } from './api-client.js';
import type { DemoProject } from './clients.js';
import type { StepRow } from './tables.js';

export type Result = Record<string, unknown>;

/** Does something for one project after the other behind a bar; `say` tells how far the project in hand is. */
export async function withBar<T>(
  name: string,
  projects: readonly DemoProject[],
  work: (project: DemoProject, say: (now: string) => void) => Promise<T>,
): Promise<T[]> {
  const bar = new SingleBar({
    format: `${name.padEnd(16)}{bar} {value}/{total} projects {duration_formatted} {now}`,
    barsize: 30,
    hideCursor: true,
    // In a log, a line now and then.
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  bar.start(projects.length, 0, { now: '' });
  const results: T[] = [];
  try {
    for (const project of projects) {
      results.push(await work(project, (now) => bar.update({ now })));
      bar.increment({ now: '' });
    }
    return results;
  } finally {
    bar.stop();
  }
}

/**
 * Runs a job for each project.
 * @param outcome what the projects' results come to
 */
export async function step(
  api: ApiClient,
  name: string,
  path: string,
  projects: readonly DemoProject[],
  outcome: (results: readonly Result[]) => string,
  body: object = {},
): Promise<StepRow> {
  const started = performance.now();
  const results = await withBar(name, projects, async (project, say) => {
    await api.call('POST', `/projects/${project.id}/select`, {});
    const run = await api.run(path, async (seen) => say(await howFar(api, seen)), body);
    return run.result ?? {};
  });
  return { step: name, seconds: (performance.now() - started) / 1000, outcome: outcome(results) };
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

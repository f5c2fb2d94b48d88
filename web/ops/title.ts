import type { JobRun } from '../client/published.js';
import type { Format } from '../shared/format.js';
import { jobName } from './models/jobs.js';
import type { Place } from './place.js';
import type { Texts } from './texts/index.js';

/** What the browser calls the page: what it shows of which project. */
export function titleOf(
  { page }: Place,
  run: JobRun | null,
  project: string | null,
  texts: Texts,
  format: Format,
): string {
  if (page === 'overview') return texts.title;
  if (run !== null) return texts.runs.named(jobName(run.job_type, texts), format.time(run.created_at));
  return texts.nav.named(texts.nav[page === 'run' ? 'runs' : page], project);
}

import type { ScheduledJob as Published } from '../../client/published.js';
import type { Document } from '../../client/route-marks.js';
import { VENDORS, vendorName } from '../../shared/vendor-name.js';
import { runText, shareDone, type Run } from '../../client/run.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import type { StepRequest } from './remedy.js';
import type { Tone } from './tone.js';

export type ScheduledJob = Omit<Published, 'id'>;

export interface JobView {
  type: string;
  name: string;
  paused: boolean;
  state: string;
  tone: Tone;
  cadence: string;
  lastRun: string;
  lastTone: Tone;
  lastError: string | null;
  nextRun: string;
  /** Null: no route starts this job by itself. */
  runNow: StepRequest | null;
}

/** The schedule by name, with what calls for a look first. */
export function jobViews(
  jobs: readonly ScheduledJob[],
  routes: Document | null,
  texts: Texts,
  format: Format,
  now: number,
): JobView[] {
  const views = jobs.map((job): JobView => {
    const paused = job.status === 'paused';
    const failed = job.last_status === 'failed';
    const overdue = job.due && job.lag_seconds >= 60;
    return {
      type: job.job_type,
      name: jobName(job.job_type, texts),
      paused,
      state: paused
        ? texts.jobs.paused
        : overdue
          ? texts.jobs.overdue(format.lasting(job.lag_seconds))
          : job.due
            ? texts.jobs.due
            : texts.jobs.active,
      tone: paused || overdue ? 'warning' : job.due ? 'open' : 'good',
      cadence: texts.jobs.every(format.lasting(job.cadence_seconds)),
      lastRun:
        job.last_run_at === null
          ? texts.jobs.never
          : [statusText(job.last_status, texts), format.fromNow(job.last_run_at, now)].filter(Boolean).join(', '),
      lastTone: failed ? 'bad' : 'quiet',
      lastError: failed ? job.last_error : null,
      nextRun:
        paused || job.next_run_at === null ? '–' : job.due ? texts.jobs.due : format.fromNow(job.next_run_at, now),
      runNow: triggerOf(routes, job.job_type),
    };
  });
  const rank = ({ lastTone, tone }: JobView) => (lastTone === 'bad' ? 0 : tone === 'warning' ? 1 : 2);
  return views.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, format.language));
}

/** How well a route fits that starts a job: one of its own, one of each vendor's, one of every scheduled job. */
const FITS = { exact: 0, vendor: 1, scheduled: 2 } as const;

/** The request that starts a job, as the document's `x-kag-trigger` tells; of several the one that is most its own. */
export function triggerOf(routes: Document | null, jobType: string): StepRequest | null {
  const found = Object.entries(routes?.paths ?? {}).flatMap(([path, item]): [fit: number, path: string][] => {
    const trigger = item['post']?.['x-kag-trigger'];
    if (trigger === jobType) return [[FITS.exact, path]];
    if (typeof trigger !== 'string') return [];
    if (trigger === '{job_type}' && path.includes('{job_type}'))
      return [[FITS.scheduled, path.replace('{job_type}', jobType)]];
    if (!trigger.includes('{name}') || !path.includes('{name}')) return [];
    const [before = '', after = ''] = trigger.split('{name}');
    const name = jobType.slice(before.length, jobType.length - after.length);
    return `${before}${name}${after}` === jobType && /^[a-z]+$/.test(name)
      ? [[FITS.vendor, path.replace('{name}', name)]]
      : [];
  });
  const rank = ([fit, path]: [number, string]) => fit * 2 + Number(path.startsWith('/jobs/'));
  const [best] = found.sort((a, b) => rank(a) - rank(b));
  return best === undefined ? null : { method: 'POST', path: best[1], body: null };
}

export interface RunView {
  id: string;
  name: string;
  tone: Tone;
  text: string;
  /** From 0 to 1; null: it runs for an unknown time. Undefined: there is nothing to show. */
  share?: number | null;
  when: string;
}

/** What runs and waits, in this order. */
export function openRuns(
  running: readonly Run[],
  queued: readonly Run[],
  texts: Texts,
  format: Format,
  now: number,
): RunView[] {
  return [...running, ...queued].map((run) => ({
    ...runView(run, texts, format, now),
    tone: 'open',
    ...(run.status === 'running' ? { share: shareDone(run) } : {}),
  }));
}

export function failedRuns(failed: readonly Run[], texts: Texts, format: Format, now: number): RunView[] {
  return failed.map((run) => runView(run, texts, format, now));
}

function runView(run: Run, texts: Texts, format: Format, now: number): RunView {
  const time = run.finished_at ?? run.started_at;
  return {
    id: run.id,
    name: jobName(run.job_type, texts),
    tone: 'bad',
    text: runText(run, 0, texts.run),
    when: time === null ? '' : format.fromNow(time, now),
  };
}

/**
 * A job as people call it: by its type, or by what it does with a vendor. One that is not known is called by its type.
 */
export function jobName(type: string, { jobs }: Texts): string {
  const [, vendor = '', does = ''] = /^([a-z]+)_(sync|reread|preview|due_records)$/.exec(type) ?? [];
  return jobs.names[type] ?? jobs.ofVendor[does]?.(vendorName(vendor)) ?? type;
}

/** The types of job that have a name. */
export const knownJobs = ({ jobs }: Texts): string[] => [
  ...Object.keys(jobs.names),
  ...VENDORS.map((vendor) => `${vendor}_sync`),
];

const statusText = (status: ScheduledJob['last_status'], texts: Texts): string =>
  status === null ? '' : (texts.jobs.statuses[status] ?? status);

import type { JobRun } from '../../client/published.js';
import { hasEnded, runText, shareDone, standingOf } from '../../client/run.js';
import type { Format } from '../../shared/format.js';
import { jobName } from '../models/jobs.js';
import type { Tone } from '../models/tone.js';
import type { Texts } from '../texts/index.js';

/** A run as a line of the history. */
export interface RunRow {
  id: string;
  projectId: string;
  name: string;
  state: string;
  tone: Tone;
  /** How far it is, or how it ended. */
  text: string;
  /** From 0 to 1; null: it runs, and it is not known how long. Undefined: there is nothing to show. */
  share?: number | null;
  when: string;
  /** Who or what began it. */
  by: string;
}

const TONES: Readonly<Record<JobRun['status'], Tone>> = {
  queued: 'quiet',
  running: 'open',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'quiet',
};

export function runRow(run: JobRun, texts: Texts, format: Format, now: number): RunRow {
  return {
    id: run.id,
    projectId: run.project_id,
    name: jobName(run.job_type, texts),
    state: texts.jobs.statuses[run.status],
    // What ended well and still left something undone says so by its colour.
    tone: standingOf(run) === 'warning' ? 'warning' : TONES[run.status],
    text: capital(runText(run, 0, texts.run)),
    ...(run.status === 'running' ? { share: shareDone(run) } : {}),
    when: format.fromNow(run.created_at, now),
    by: startedBy(run, texts),
  };
}

/** Who or what began a run. */
export function startedBy({ trigger, triggered_by }: JobRun, { runs: { by } }: Texts): string {
  if (trigger === 'request') return triggered_by === null ? by.request : triggered_by;
  return triggered_by === null ? by[trigger] : by.after(by[trigger], triggered_by);
}

/** How long it took, or has taken so far; null before it began. */
export function tookOf(run: JobRun, format: Format, now: number): string | null {
  if (run.started_at === null) return null;
  const end = run.finished_at === null ? now : Date.parse(run.finished_at);
  return format.lasting(Math.max(1, (end - Date.parse(run.started_at)) / 1000));
}

/** What cures the failure of a run; null: it has not failed. */
export function cureOf(run: JobRun, { runs: { cures, otherwise } }: Texts): string | null {
  if (run.error === null || run.status !== 'failed') return null;
  return cures[run.error.code] ?? otherwise;
}

/** The vendor whose connector the job is of; null: it is of none. */
export function connectorOf(jobType: string): string | null {
  return /^(.+)_(?:sync|reread|preview|due_records)$/.exec(jobType)?.[1] ?? null;
}

export const isOpen = (run: JobRun): boolean => !hasEnded(run);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

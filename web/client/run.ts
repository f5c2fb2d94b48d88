import type { JobRun } from './published.js';
import { ENGLISH_RUN, type RunWords } from './run-words.js';

/** How a run stands. */
export type Run = Pick<
  JobRun,
  'id' | 'job_type' | 'status' | 'parent_run_id' | 'progress' | 'result' | 'error' | 'started_at' | 'finished_at'
>;

/** How a run stands, for colours: `warning` is an end that calls for a look at the result. */
export type Standing = 'open' | 'good' | 'warning' | 'bad';

/** After which a run that no worker takes needs more than patience. */
const LONG_QUEUED_SECONDS = 30;

export function hasEnded(run: Run): boolean {
  return run.status === 'succeeded' || run.status === 'failed' || run.status === 'cancelled';
}

/** How far a run is or how it ended, in words. `waited`: seconds since it was first seen. */
export function runText(run: Run, waited = 0, words: RunWords = ENGLISH_RUN): string {
  switch (run.status) {
    case 'queued':
      return waited < LONG_QUEUED_SECONDS ? words.waits : words.waitsLong(String(Math.floor(waited)));
    case 'running':
      return progressText(run.progress, words);
    case 'failed':
      return `${words.failed}${took(run, words)}: ${run.error?.message ?? words.noReason}`;
    case 'cancelled':
      return `${words.cancelled}${took(run, words)}`;
    case 'succeeded': {
      const remark = remarkOn(run.result ?? {}, words);
      return `${words.succeeded}${took(run, words)}${remark ? `, ${words.but(remark)}` : ''}`;
    }
  }
}

export function standingOf(run: Run): Standing {
  if (!hasEnded(run)) return 'open';
  if (run.status !== 'succeeded') return 'bad';
  return remarkOn(run.result ?? {}, ENGLISH_RUN) ? 'warning' : 'good';
}

/** Share that is done, from 0 to 1; null where the total is not known. */
export function shareDone({ progress }: Run): number | null {
  if (!progress?.total) return null;
  return Math.min(1, progress.done / progress.total);
}

function progressText(progress: Run['progress'], words: RunWords): string {
  if (!progress) return words.running;
  const { done, total, unit } = progress;
  const number = numbers(words);
  return words.progress(number.format(done), total === null ? null : number.format(total), unit);
}

/** How long it took, with a space before it; nothing where that is not known. */
function took({ started_at, finished_at }: Run, words: RunWords): string {
  if (!started_at || !finished_at) return '';
  const seconds = (Date.parse(finished_at) - Date.parse(started_at)) / 1000;
  return ` ${words.after(numbers(words).format(seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)))}`;
}

/** What a run that did not fail still left undone. A vendor that the project does without is nothing undone. */
function remarkOn(result: Record<string, unknown>, words: RunWords): string | null {
  if (typeof result['skipped'] === 'string') return words.didNothing(result['skipped']);
  const parts = isRecord(result['connectors']) ? Object.entries(result['connectors']) : [];
  const lacking = parts
    .filter(([, part]) => isRecord(part) && part['status'] === 'not_configured' && part['unused'] !== true)
    .map(([name]) => name);
  const remarks = [
    ...(typeof result['failed'] === 'number' && result['failed'] > 0
      ? [words.partsFailed(numbers(words).format(result['failed']))]
      : []),
    ...(lacking.length > 0 ? [words.notConfigured(lacking.join(', '))] : []),
  ];
  return remarks.length > 0 ? remarks.join('; ') : null;
}

const numbers = ({ language }: RunWords) => new Intl.NumberFormat(language);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export interface Run {
  id: string;
  job_type: string;
  status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  parent_run_id: string | null;
  progress: { done: number; total: number | null; unit: string } | null;
  result: Record<string, unknown> | null;
  error: { code: string; message: string; details?: unknown } | null;
  started_at: string | null;
  finished_at: string | null;
}

/** How a run stands, for colours: `warning` is an end that calls for a look at the result. */
export type Standing = 'open' | 'good' | 'warning' | 'bad';

const number = new Intl.NumberFormat('en');
/** After which a run that nobody takes is no longer a matter of patience. */
const LONG_QUEUED_SECONDS = 30;

export function hasEnded(run: Run): boolean {
  return run.status === 'succeeded' || run.status === 'failed' || run.status === 'cancelled';
}

/** How far a run is or how it ended, in words. `waited`: seconds since it was first seen. */
export function runText(run: Run, waited = 0): string {
  if (run.status === 'queued') {
    return waited < LONG_QUEUED_SECONDS
      ? 'waits for a worker'
      : `waits for a worker since ${Math.floor(waited)} s: is a process with ROLE=worker or ROLE=all running?`;
  }
  if (run.status === 'running') return progressText(run.progress);
  const after = seconds(run);
  if (run.status === 'failed') return `failed${after}: ${run.error?.message ?? 'no reason was recorded'}`;
  if (run.status === 'cancelled') return `was cancelled${after}`;
  const remark = remarkOn(run.result ?? {});
  return `succeeded${after}${remark ? `, but ${remark}` : ''}`;
}

export function standingOf(run: Run): Standing {
  if (!hasEnded(run)) return 'open';
  if (run.status !== 'succeeded') return 'bad';
  return remarkOn(run.result ?? {}) ? 'warning' : 'good';
}

/** Share that is done, from 0 to 1; null where the total is not known. */
export function shareDone({ progress }: Run): number | null {
  if (!progress?.total) return null;
  return Math.min(1, progress.done / progress.total);
}

function progressText(progress: Run['progress']): string {
  if (!progress) return 'is running';
  const { done, total, unit } = progress;
  return total === null
    ? `is running: ${number.format(done)} ${unit}`
    : `is running: ${number.format(done)} of ${number.format(total)} ${unit}`;
}

function seconds({ started_at, finished_at }: Run): string {
  if (!started_at || !finished_at) return '';
  const took = (Date.parse(finished_at) - Date.parse(started_at)) / 1000;
  return ` after ${number.format(took < 10 ? Math.round(took * 10) / 10 : Math.round(took))} s`;
}

/** What a run that did not fail still left undone. */
function remarkOn(result: Record<string, unknown>): string | null {
  if (typeof result['skipped'] === 'string') return `did nothing: ${result['skipped']}`;
  const parts = isRecord(result['connectors']) ? Object.entries(result['connectors']) : [];
  const lacking = parts
    .filter(([, part]) => isRecord(part) && part['status'] === 'not_configured')
    .map(([name]) => name);
  const remarks = [
    ...(typeof result['failed'] === 'number' && result['failed'] > 0
      ? [`${number.format(result['failed'])} failed`]
      : []),
    ...(lacking.length > 0 ? [`not configured: ${lacking.join(', ')}`] : []),
  ];
  return remarks.length > 0 ? remarks.join('; ') : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

import type { Client } from 'openapi-fetch';
import { answer, ApiProblem, type ProblemCode } from './problem.js';
import type { JobRun, paths } from './schema.js';

/** What a trigger answers: the result, or the run that goes on. */
export interface Started {
  job_run_id: string;
  result?: unknown;
  job_run?: JobRun;
}

/** The result of a trigger's job. */
export type ResultOf<T> = T extends { result: infer Result } ? Result : never;

export interface FollowOptions {
  /** Told of the run at first, and each time it has changed. */
  onProgress?: (run: JobRun) => void;
  /** Ends the following, not the run. */
  signal?: AbortSignal;
  /** Between looks. */
  everyMs?: number;
  /** The run's project, where it is not the active one. */
  projectId?: string;
}

const EVERY_MS = 1_000;
/** Looks in a row that may fail while the run goes on: a server that restarts is back before. */
const MAX_FAILED_LOOKS = 10;

/**
 * The result of a job that a trigger started, however long it takes.
 * @throws ApiProblem with the run's failure; whatever `signal` was aborted with.
 */
export async function follow<T extends Started>(
  api: Client<paths>,
  started: T | Promise<T>,
  { onProgress, signal, everyMs = EVERY_MS, projectId }: FollowOptions = {},
): Promise<ResultOf<T>> {
  const { result, job_run, job_run_id: id } = await started;
  if (result !== undefined) return result as ResultOf<T>;
  let shown = '';
  let failedLooks = 0;
  let run = job_run;
  for (;;) {
    const text = JSON.stringify(run);
    if (run && text !== shown) onProgress?.(run);
    shown = text;
    // A run keeps the very object that the trigger would have answered.
    if (run?.status === 'succeeded') return run.result as ResultOf<T>;
    if (run?.status === 'failed' || run?.status === 'cancelled') throw failureOf(run);
    await pause(everyMs, signal);
    try {
      const params = { path: { id }, query: projectId === undefined ? {} : { project_id: projectId } };
      ({ run } = await answer(api.GET('/jobs/runs/{id}', { params, signal: signal ?? null })));
      failedLooks = 0;
    } catch (error) {
      signal?.throwIfAborted();
      if (!passes(error) || ++failedLooks >= MAX_FAILED_LOOKS) throw error;
    }
  }
}

/** Whether a look failed for a reason that may be over at the next. */
const passes = (error: unknown): boolean =>
  !(error instanceof ApiProblem) || error.status === 502 || error.status === 503 || error.status === 504;

function failureOf(run: JobRun): ApiProblem {
  const message = run.error?.message ?? `${run.job_type} was ${run.status}`;
  const code = (run.error?.code ?? (run.status === 'cancelled' ? 'job_cancelled' : 'internal_error')) as ProblemCode;
  return new ApiProblem(message, code, 500, run.request_id, { ...run.error?.details, job_run_id: run.id });
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    const stop = () => {
      clearTimeout(timer);
      // oxlint-disable-next-line typescript/no-non-null-assertion -- only a signal calls this
      reject(signal!.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}

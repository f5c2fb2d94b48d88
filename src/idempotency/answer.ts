import { AppError, type ErrorCode, type ErrorDetails } from '../common/app-error.js';
import { PROBLEMS } from '../http/index.js';

/** The first answer to a request: what was sent, or what was thrown. */
export type Answer =
  | { status: number; location: string | null; body: unknown }
  | { error: { code: ErrorCode; message: string; details: ErrorDetails | null; retry_after_seconds: number | null } };

/**
 * A failure in the form that is kept, or null for one that a repeat may mend: what was not foreseen, or a service that
 * was down. The failure of a job is kept even so: the job did run, and a repeat would run it again.
 */
export function failedAnswer(thrown: unknown): Answer | null {
  if (!(thrown instanceof AppError)) return null;
  const { code, message, details, retryAfterSeconds } = thrown;
  const ofJob = details !== undefined && !Array.isArray(details) && details['job_run_id'] !== undefined;
  if (PROBLEMS[code].status >= 500 && !ofJob) return null;
  return { error: { code, message, details: details ?? null, retry_after_seconds: retryAfterSeconds ?? null } };
}

/** The failure as it was thrown. */
export function asError({ error }: Extract<Answer, { error: unknown }>): AppError {
  const options = error.retry_after_seconds === null ? {} : { retryAfterSeconds: error.retry_after_seconds };
  return new AppError(error.code, error.message, error.details ?? undefined, options);
}

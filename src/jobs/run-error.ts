import { AppError, errorText } from '../common/app-error.js';
import type { RunError } from './job-run.entity.js';

const MAX_CHARACTERS = 1000;

/** What is kept of anything that a job threw: its code and text, never its stack. */
export function runErrorOf(thrown: unknown): RunError {
  if (!(thrown instanceof AppError))
    return { code: 'internal_error', message: errorText(thrown).slice(0, MAX_CHARACTERS) };
  const { code, message, details } = thrown;
  return { code, message, ...(details && !Array.isArray(details) ? { details } : {}) };
}

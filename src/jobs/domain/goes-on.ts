import { AppError } from '../../common/app-error.js';
import { databaseAway } from '../../common/database-away.js';

/** A statement that PostgreSQL ended because it took too long would do so the next time too. */
const TOO_LONG = '57014';
const LONGEST_PAUSE_SECONDS = 10;

/** The attempt is over, the run is not: it was taken over by another worker, or is given back to the queue. */
export class Interrupted extends Error {}

/** Whether what a run has thrown ends only this attempt: then it is not a failure of the run's, which is done again. */
export function goesOn(thrown: unknown): boolean {
  if (thrown instanceof Interrupted) return true;
  if (thrown instanceof AppError || codeOf(thrown) === TOO_LONG) return false;
  return databaseAway(thrown) !== null;
}

/** Seconds until a run is done again, by how often the queue has given it out: the cause may last. */
export function pauseSeconds(pickup: number): number {
  return Math.min(2 ** (pickup - 1), LONGEST_PAUSE_SECONDS);
}

function codeOf(thrown: unknown): unknown {
  const { code, driverError } = (thrown ?? {}) as { code?: unknown; driverError?: unknown };
  return driverError === undefined ? code : codeOf(driverError);
}

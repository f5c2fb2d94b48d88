import { AppError } from '../common/app-error.js';
import { validationFailed } from '../http/index.js';
import { versionOf, type WantedChange } from './domain/decided.js';
import { mayMove, movesFrom, type Status } from './domain/lifecycle.js';
import type { ReachedRecommendation } from './reached-recommendations.repository.js';

/** The day in a recommendation's project. */
export type Today = (one: ReachedRecommendation) => string;

/** Why a recommendation can't be what is wanted of it; null: it can. */
export function refusalOf(
  before: ReachedRecommendation,
  { move, due_date }: WantedChange,
  today: Today,
): AppError | null {
  if (move) {
    const over = before.episode_ended_at !== null;
    if (!mayMove(before.status, move.status, over)) return invalidTransition(before.status, move.status, over);
    if (move.until !== null && move.until <= today(before))
      return validationFailed([{ path: 'until', problem: 'must be a later day than today' }]);
  }
  if (due_date !== undefined && due_date < today(before))
    return validationFailed([{ path: 'due_date', problem: 'must be today or a later day' }]);
  return null;
}

/** Why a change is refused that was made of an earlier version; null: it was made of the present one, or of any. */
export function staleRefusal(before: ReachedRecommendation, version: string | null): AppError | null {
  if (version === null || version === versionOf(before)) return null;
  return new AppError(
    'precondition_failed',
    `Recommendation ${before.id} was changed meanwhile; look at how it is now, and decide again`,
  );
}

export const nothingToTakeBack = (): AppError =>
  new AppError('conflict', 'There is no change to take back: the last one was taken back, or something happened since');

function invalidTransition(from: Status, to: Status, over: boolean): AppError {
  const allowed = movesFrom(from, over);
  return new AppError(
    'invalid_transition',
    `A recommendation that is ${from} can't become ${to}; from here it may become ${allowed.join(' or ')}`,
    { from, to, allowed },
  );
}

import { DAY_MS } from '../../common/time-units.js';
import type { RowChange } from '../core/contract.js';

type Values = RowChange['after'];

/** A time of a row, from the mapper's values or from the database's. */
export function timeAt(row: Values | null, column: string): Date | null {
  const value = row?.[column] ?? null;
  return value === null ? null : new Date(value as string | Date);
}

/**
 * When something came about that a later look at an issue shows: at the exact time, where that is known and later than
 * what the look before had seen; else with the newest change since; else, where nothing dates it (a relation that was
 * removed leaves no trace), when it was noticed. So events of one issue never come before those that are told already.
 */
export function transitionTime({ before, after }: RowChange, exact: Date | null): Date {
  const latest = timeAt(after, 'latest_change_at') ?? new Date(0);
  if (before === null) return exact ?? latest;
  const seen = timeAt(before, 'latest_change_at') ?? new Date(0);
  if (exact !== null && exact > seen) return exact;
  if (latest > seen) return latest;
  // The vendor's clock may be ahead of ours.
  const noticed = timeAt(after, 'updated_at') ?? latest;
  return noticed > seen ? noticed : seen;
}

/** Whether a moment is part of the history that was taken, seen from when the row came in. */
export function inHistory(row: Values, moment: Date, historyDays: number): boolean {
  const seen = timeAt(row, 'created_at') ?? new Date();
  return moment.getTime() >= seen.getTime() - historyDays * DAY_MS;
}

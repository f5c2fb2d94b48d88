import { type Cell, HORIZONS } from './cells.js';
import type { History } from './history.js';

/** What comes of each day of a project in a cell: 1 it comes, 0 it does not, -1 the day is not asked about. */
export type Labels = Int8Array;

/** The labels of all cells, worked out once. */
export const labelsOf = (history: History, cells: readonly Cell[]): Labels[] =>
  cells.map(({ target, risk, horizon }) =>
    Int8Array.from({ length: history.replay.project.ends }, (_, day) =>
      history.counts(target, risk, day) ? (history.comes(target, risk, day, horizon) ? 1 : 0) : -1,
    ),
  );

/**
 * How often it came of the days that may be learnt from: what has to be beaten. It knows how often real trouble came,
 * which the product does not.
 */
export function baseRate(
  histories: readonly History[],
  labels: readonly (readonly Labels[])[],
  cell: number,
  until: number,
): number {
  const horizon = HORIZONS[cell % HORIZONS.length] ?? 0;
  let days = 0;
  let came = 0;
  histories.forEach((history, at) => {
    labels[at]?.[cell]?.forEach((label, day) => {
      if (label < 0 || day > until || !history.isSettled(day, horizon, until)) return;
      days++;
      came += label;
    });
  });
  return days === 0 ? 0 : came / days;
}

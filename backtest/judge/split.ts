/** A moment at which models are made again, and the days that they then forecast. */
export interface Fold {
  /** The last day that may be learnt from: no label reaches beyond it. */
  until: number;
  /** The days that are forecast, `to` excluded. */
  from: number;
  to: number;
}

/** Folds from `first` on, `every` so many days: what is learnt from always lies before what is forecast. */
export function foldsOf(days: number, first: number, every: number): Fold[] {
  const folds: Fold[] = [];
  for (let from = first; from < days; from += every)
    folds.push({ until: from - 1, from, to: Math.min(days, from + every) });
  return folds;
}

/** Whether what comes within `horizon` days of `day` is known by the end of day `until`. */
export const isSettled = (day: number, horizon: number, until: number): boolean => day + horizon <= until;

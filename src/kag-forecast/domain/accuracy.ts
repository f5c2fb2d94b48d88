import type { RiskType } from './risks.js';

/** A forecast whose time is over: what it said, and whether the risk came about. */
export interface Judged {
  risk_type: RiskType;
  horizon_days: number;
  probability: number;
  happened: boolean;
}

/** Forecasts of about the same probability, and how often what they said came about. */
export interface CalibrationBin {
  /** The bin's bounds; the upper one belongs to the next bin, but for the last. */
  from: number;
  to: number;
  count: number;
  mean_probability: number;
  /** Share of them that came about. */
  observed: number;
}

export interface Accuracy {
  count: number;
  /** Mean squared distance of the probability to what happened (1 or 0): 0 is perfect, 0.25 what always saying 0.5 gets. */
  brier_score: number;
  calibration: CalibrationBin[];
}

/** Fewer say nothing: a single outcome would move the score by more than the model's faults do. */
export const LEAST_FORECASTS = 30;
const BINS = 5;

/** How good the forecasts were; null where there are fewer than 30 to judge. */
export function accuracyOf(forecasts: readonly Judged[]): Accuracy | null {
  if (forecasts.length < LEAST_FORECASTS) return null;
  const squares = forecasts.map(({ probability, happened }) => (probability - (happened ? 1 : 0)) ** 2);
  const calibration = Array.from({ length: BINS }, (_, bin) => {
    const inBin = forecasts.filter(({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: inBin.length,
      mean_probability: mean(inBin.map(({ probability }) => probability)),
      observed: mean(inBin.map(({ happened }) => (happened ? 1 : 0))),
    };
  });
  return {
    count: forecasts.length,
    brier_score: mean(squares),
    calibration: calibration.filter(({ count }) => count > 0),
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

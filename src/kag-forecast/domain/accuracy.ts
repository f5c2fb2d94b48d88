import type { Horizon } from './forecast.js';
import type { RiskType } from './risks.js';

/** Forecasts of about the same probability whose time is over. */
export interface ForecastBin {
  /** Which of the bins the probability lies in. */
  bin: number;
  forecasts: number;
  /** Sum of the probabilities. */
  said: number;
  /** How many of them came about. */
  came: number;
  /** Sum of the squared distances of the probability to what happened (1 or 0). */
  squares: number;
}

/** The same of one risk and horizon. */
export interface JudgedCell extends ForecastBin {
  risk_type: RiskType;
  horizon_days: Horizon;
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
  /** Share of all that came about. */
  base_rate: number;
  /**
   * Mean squared distance of the probability to what happened (1 or 0): 0 is perfect, 0.25 what always saying 0.5 gets.
   */
  brier_score: number;
  calibration: CalibrationBin[];
}

/** Fewer say nothing: a single outcome would move the score by more than the model's faults do. */
export const LEAST_FORECASTS = 30;
export const BINS = 5;

/** The bin of a probability; 1 lies in the last. */
export const binOf = (probability: number): number => Math.min(BINS - 1, Math.floor(probability * BINS));

/** How good the forecasts were; null where there are fewer than 30 to judge. */
export function accuracyOf(judged: readonly ForecastBin[]): Accuracy | null {
  const sum = (of: (one: ForecastBin) => number, some = judged) => some.reduce((total, one) => total + of(one), 0);
  const count = sum(({ forecasts }) => forecasts);
  if (count < LEAST_FORECASTS) return null;
  const calibration = Array.from({ length: BINS }, (_, bin) => {
    const own = judged.filter((one) => one.bin === bin);
    const inBin = sum(({ forecasts }) => forecasts, own);
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: inBin,
      mean_probability: sum(({ said }) => said, own) / Math.max(1, inBin),
      observed: sum(({ came }) => came, own) / Math.max(1, inBin),
    };
  });
  return {
    count,
    base_rate: sum(({ came }) => came) / count,
    brier_score: sum(({ squares }) => squares) / count,
    calibration: calibration.filter((bin) => bin.count > 0),
  };
}

/**
 * By which share forecasts are better than others of the same days; below 0: worse. Null where the others are perfect.
 */
export function skillOf(own: Accuracy, other: Accuracy | null): number | null {
  return other === null || other.brier_score === 0 ? null : 1 - own.brier_score / other.brier_score;
}

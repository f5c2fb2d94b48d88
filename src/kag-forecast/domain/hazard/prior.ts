import type { RiskType } from '../risks.js';

/** What is believed of a hazard before anything is known of an account scope. */
export interface HazardPrior {
  /** How likely it is in the interval, and the mean of the features at which it is so. */
  base: number;
  means: readonly number[];
  slopes: readonly number[];
}

/** As how many windows of a project the base rate counts, and how much a slope may differ (its inverse variance). */
export const BASE_WINDOWS = 20;
export const SLOPE_PRECISION = 1.5;

/** By risk, of the three intervals: what `npm run backtest -- --prior` makes of its tuning worlds. */
export const PRIOR: Readonly<Record<RiskType, readonly HazardPrior[]>> = {
  delivery_risk: [
    { base: 0.03, means: [0.05, 0.05, 0.02, 0.1, 0.2, 0.12, 0.06], slopes: [0.22, 3.11, 0.88, 0, 0.45, 0.69, 0.29] },
    { base: 0.03, means: [0.04, 0.05, 0.01, 0.1, 0.2, 0.12, 0.06], slopes: [0.18, 0.39, 0, 0, 0.78, 0.64, 0.12] },
    { base: 0.07, means: [0.04, 0.05, 0.01, 0.1, 0.2, 0.12, 0.06], slopes: [0, 0.28, 0.28, 0, 0.41, 0.41, 0.23] },
  ],
  finance_risk: [
    { base: 0.05, means: [0.48, 0.35, 0.18, 0.12, 0.07], slopes: [3.2, 2.5, 1.18, 0, 0.33] },
    { base: 0.05, means: [0.46, 0.32, 0.17, 0.1, 0.07], slopes: [2.3, 2.23, 0.89, 0, 0.6] },
    { base: 0.12, means: [0.43, 0.29, 0.15, 0.08, 0.06], slopes: [1.59, 1.82, 0.79, 0, 0.7] },
  ],
  client_risk: [
    {
      base: 0.03,
      means: [0.01, 0.01, 0.07, 0.29, 0.1, 0.06, 0.04],
      slopes: [2.39, 0.39, 1.35, 1.37, 0.08, 0.16, 0.26],
    },
    { base: 0.03, means: [0.01, 0, 0.07, 0.29, 0.1, 0.06, 0.04], slopes: [0.57, 0.19, 0.89, 0.95, 0.05, 0, 0.38] },
    { base: 0.06, means: [0.01, 0, 0.06, 0.29, 0.1, 0.06, 0.04], slopes: [0.07, 0.01, 0.54, 0.7, 0, 0.24, 0.25] },
  ],
  scope_risk: [
    { base: 0.04, means: [0.1, 0.15, 0.04, 0.07], slopes: [1.56, 0.99, 0.56, 0.43] },
    { base: 0.04, means: [0.09, 0.15, 0.04, 0.07], slopes: [0.6, 0.64, 0.83, 0.26] },
    { base: 0.08, means: [0.08, 0.14, 0.04, 0.06], slopes: [0.34, 0.68, 0.14, 0.35] },
  ],
};

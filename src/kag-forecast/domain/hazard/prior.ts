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

/** By risk, of the three intervals. Fitted on made worlds: `npm run backtest -- --prior` prints them. */
export const PRIOR: Readonly<Record<RiskType, readonly HazardPrior[]>> = {
  delivery_risk: [
    { base: 0.04, means: [0.1, 0.1, 0.1, 0.1, 0.3, 0.2, 0.1], slopes: [0.8, 0.8, 0.8, 0.4, 0.6, 0.6, 0.5] },
    { base: 0.04, means: [0.1, 0.1, 0.1, 0.1, 0.3, 0.2, 0.1], slopes: [0.3, 0.4, 0.4, 0.3, 0.5, 0.5, 0.5] },
    { base: 0.08, means: [0.1, 0.1, 0.1, 0.1, 0.3, 0.2, 0.1], slopes: [0.2, 0.3, 0.2, 0.3, 0.4, 0.4, 0.5] },
  ],
  finance_risk: [
    { base: 0.04, means: [0.4, 0.3, 0.4, 0.3, 0.1], slopes: [2, 1, 0.8, 0.8, 0.3] },
    { base: 0.04, means: [0.4, 0.3, 0.4, 0.3, 0.1], slopes: [1.5, 1, 0.6, 0.6, 0.3] },
    { base: 0.08, means: [0.4, 0.3, 0.4, 0.3, 0.1], slopes: [1, 1, 0.4, 0.4, 0.3] },
  ],
  client_risk: [
    { base: 0.06, means: [0.1, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1], slopes: [0.6, 0.6, 0.6, 0.5, 0.3, 0.4, 0.5] },
    { base: 0.06, means: [0.1, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1], slopes: [0.2, 0.4, 0.5, 0.5, 0.2, 0.2, 0.5] },
    { base: 0.12, means: [0.1, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1], slopes: [0.1, 0.3, 0.4, 0.4, 0.2, 0.1, 0.4] },
  ],
  scope_risk: [
    { base: 0.03, means: [0.1, 0.1, 0.1, 0.1], slopes: [1, 0.8, 0.4, 0.5] },
    { base: 0.03, means: [0.1, 0.1, 0.1, 0.1], slopes: [0.4, 0.8, 0.3, 0.5] },
    { base: 0.06, means: [0.1, 0.1, 0.1, 0.1], slopes: [0.2, 0.6, 0.3, 0.5] },
  ],
};

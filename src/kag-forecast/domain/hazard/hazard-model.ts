import { stableHash } from '../../../common/stable-hash.js';
import type { Basis, ModelName } from '../forecast.js';
import type { RiskType } from '../risks.js';

/** The hazard of one interval: logit = logit(base) + the sum of slope * (feature - reference). */
export interface Hazard {
  /** How likely it is at the reference, and on average. */
  base: number;
  /** Of at least 0, in the order of the features. */
  slopes: readonly number[];
  /** The features at which the hazard is the base. */
  reference: readonly number[];
  /** Of level and slopes, row by row. */
  covariance: readonly number[];
}

export interface RiskModel {
  features: readonly string[];
  basis: Basis;
  /** Different onsets that it has learnt from. */
  onsets: number;
  /** How far its slopes are believed, by how they did on days after those that they were learnt from: 1 is fully. */
  believed: number;
  /** Of the days 1 to 7, 8 to 14 and 15 to 30. */
  hazards: readonly Hazard[];
}

/** All that forecasts of an account scope are made by, as it is stored. */
export interface HazardModel {
  model: ModelName;
  /** The last day that it has learnt from. */
  trained_until: string;
  projects: number;
  risks: Readonly<Record<RiskType, RiskModel>>;
  /** Of all the rest. */
  hash: string;
}

const DIGITS = 6;

/** So many digits are kept: what is beyond them is noise, and differs from machine to machine. */
export const rounded = (value: number): number => Number(value.toPrecision(DIGITS)) || 0;

export const hashed = (model: Omit<HazardModel, 'hash'>): HazardModel => ({ ...model, hash: stableHash(model) });

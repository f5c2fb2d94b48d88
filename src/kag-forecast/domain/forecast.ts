import type { EvidenceRef } from '../../kag-events/index.js';
import type { RiskType } from './risks.js';

/** Days within which a risk may come about. */
export const HORIZONS = [7, 14, 30] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Ways to forecast, the plainest first; each of them forecasts every day, and the best one of a scope is served. */
export const MODELS = ['base-rate', 'rules-v2', 'hazard-v1'] as const;
export type ModelName = (typeof MODELS)[number];

/** There is a chance where the risk is not there and enough is known of the project. */
export const FORECAST_STATUSES = ['ok', 'already', 'not_enough_history'] as const;
export type ForecastStatus = (typeof FORECAST_STATUSES)[number];

export const BASES = ['prior', 'blended', 'own'] as const;
/** What a model rests on: what is shipped, that and the scope's own onsets, or these above all. */
export type Basis = (typeof BASES)[number];

/** Something for each horizon. */
export interface ByHorizon {
  p7: number;
  p14: number;
  p30: number;
}

/** What a driver was read from: numbers and days, by name. Words are made of them when they are read. */
export type DriverFigures = Readonly<Record<string, number | string | null>>;

/** Something that makes a risk more or less likely than is usual. */
export interface Driver {
  key: string;
  /** 0 to 1; null: it is not known, and adds nothing. */
  value: number | null;
  /** Percentage points that it adds to the base rate; below 0 it takes away. */
  points: ByHorizon;
  figures: DriverFigures;
}

/** How likely a risk comes about within 7, 14 and 30 days, and what that rests on. */
export interface Forecast {
  risk_type: RiskType;
  status: ForecastStatus;
  /** The day since which it is there; null unless it is. */
  since: string | null;
  /** Null unless the status is ok. They never fall with the horizon. */
  p7: number | null;
  p14: number | null;
  p30: number | null;
  /** Between these the chances lie in 8 of 10 cases, as far as the model is unsure of itself; null unless ok. */
  interval: { low: ByHorizon; high: ByHorizon } | null;
  /** How often it comes about in the account scope's projects. */
  base_rate: ByHorizon;
  basis: Basis;
  /** Onsets in the scope that the model has learnt from. */
  onsets_seen: number;
  /** Those that move the chance most come first; with the base rate they add up to it. */
  drivers: Driver[];
  model: ModelName;
  /** 40 at most: of what raises the chance most first. */
  evidence_refs: EvidenceRef[];
  /** False where it says more than what is usual and has no evidence for it. */
  publishable: boolean;
}

export type Forecasts = Readonly<Record<RiskType, Forecast>>;

/**
 * By risk the p14 from which on a forecast is an alarm: so many a project-month as FORECAST_ALARMS_PER_MONTH allows.
 */
export type Thresholds = Readonly<Record<RiskType, number>>;

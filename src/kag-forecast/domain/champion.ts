import { type ModelName, MODELS } from './forecast.js';

/** Days whose forecasts decide which model is served. */
export const JUDGED_DAYS = 90;
/** Fewer onsets in them say nothing: a single one would decide. */
export const LEAST_ONSETS = 10;
/** Served until there is enough to tell. */
export const FIRST_MODEL: ModelName = 'hazard-v1';

/** How the models did on the same days whose horizons are over. */
export interface Contest {
  /** Different onsets that came in these days. */
  onsets: number;
  /** Mean log loss over risks and horizons; null: there is nothing to judge. */
  log_loss: Readonly<Record<ModelName, number | null>>;
}

export const WHYS = ['best_log_loss', 'too_little_to_tell'] as const;
/** Why a model is served. */
export type Why = (typeof WHYS)[number];

export interface Champion {
  model: ModelName;
  why: Why;
}

/** The model that is served: the best one of the last days, where they tell. Of equal ones the one that says more. */
export function championOf({ onsets, log_loss }: Contest): Champion {
  const judged = MODELS.flatMap((model) => {
    const loss = log_loss[model];
    return loss === null ? [] : [{ model, loss }];
  });
  if (onsets < LEAST_ONSETS || judged.length < MODELS.length) return { model: FIRST_MODEL, why: 'too_little_to_tell' };
  const best = judged.reduce((a, b) => (b.loss <= a.loss ? b : a));
  return { model: best.model, why: 'best_log_loss' };
}

import { type ByHorizon, type ModelName, MODELS } from './forecast.js';
import { chancesOf, type HazardLook } from './hazard/forecast-hazards.js';
import type { HazardModel } from './hazard/hazard-model.js';
import type { RiskType } from './risks.js';

/** What a model says of a risk on a day. */
export interface Saying extends ByHorizon {
  risk_type: RiskType;
  model: ModelName;
}

/** Each model's chances for a project's risk; empty while the risk is there already or the history is too short. */
export function sayings(
  models: Readonly<Record<ModelName, HazardModel>>,
  risk_type: RiskType,
  look: HazardLook,
): Saying[] {
  return MODELS.flatMap((model) => {
    const chances = chancesOf(models[model], risk_type, look);
    return chances === null ? [] : [{ risk_type, model, p7: chances[0], p14: chances[1], p30: chances[2] }];
  });
}

import type { ModelName } from '../forecast.js';
import { baseRate } from './base-rate.js';
import { hazardV1 } from './hazard-v1.js';
import { rulesV2 } from './rules-v2.js';
import type { Way } from './way.js';

/** Every way to forecast. */
export const WAYS: Readonly<Record<ModelName, Way>> = {
  'base-rate': baseRate,
  'rules-v2': rulesV2,
  'hazard-v1': hazardV1,
};

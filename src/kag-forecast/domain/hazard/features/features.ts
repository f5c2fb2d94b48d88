import type { RiskType } from '../../risks.js';
import { CLIENT } from './client.js';
import { DELIVERY } from './delivery.js';
import type { HazardFeature, DayView } from './feature.js';
import { FINANCE } from './finance.js';
import { SCOPE } from './scope.js';

/** What each risk's hazard is made of. */
export const FEATURES: Readonly<Record<RiskType, readonly HazardFeature[]>> = {
  delivery_risk: DELIVERY,
  finance_risk: FINANCE,
  client_risk: CLIENT,
  scope_risk: SCOPE,
};

/** What features are on a day, in order; NaN for what is not known. */
export const valuesOf = (features: readonly HazardFeature[], look: DayView): number[] =>
  features.map(({ of }) => of(look) ?? NaN);

/** The same of a risk's own features. */
export const featuresOf = (risk: RiskType, look: DayView): number[] => valuesOf(FEATURES[risk], look);

import { byRisk } from '../risks.js';
import { PRIOR } from '../hazard/prior.js';
import { NORMS } from './rules-norms.js';
import type { Priors } from './way.js';

/** What a score of 1 adds to the odds, until a scope teaches otherwise: it makes them seven times as high. */
export const SLOPE = 2;

/** The hazards that are shipped, and how usual each norm is. */
export const RULES_PRIOR: Priors = byRisk((risk) =>
  PRIOR[risk].map(({ base }) => ({
    base,
    means: NORMS[risk].map(() => 0.1),
    slopes: NORMS[risk].map(({ weight }) => SLOPE * weight),
  })),
);

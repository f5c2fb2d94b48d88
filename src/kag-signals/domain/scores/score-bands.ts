import type { ScoreType } from '../score.js';
import type { Bands } from './bands.js';
import { VALUE_BANDS } from './client-value.js';
import { HEALTH_BANDS } from './project-health.js';
import { RISK_BANDS } from './risk.js';
import { UPSELL_BANDS } from './upsell-likelihood.js';

/** Where the bands of each score begin. */
export const SCORE_BANDS: Readonly<Record<ScoreType, Bands>> = {
  project_health: HEALTH_BANDS,
  risk: RISK_BANDS,
  client_value: VALUE_BANDS,
  upsell_likelihood: UPSELL_BANDS,
};

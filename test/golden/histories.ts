import { ACTIVITY } from './activity.js';
import { AGREEMENTS } from './agreements.js';
import { AT_CRITICAL } from './at-critical.js';
import { AT_WARNING } from './at-warning.js';
import { BLOCKERS_EDGES } from './blockers-edges.js';
import { BLOCKERS } from './blockers.js';
import { CRISIS } from './crisis.js';
import { EVIDENCE } from './evidence.js';
import { FINANCE_EDGES } from './finance-edges.js';
import { FINANCE_MENTIONS } from './finance-mentions.js';
import { FINANCE } from './finance.js';
import { HEALTH_BANDS } from './health-bands.js';
import { HEALTH_LOW } from './health-low.js';
import { HEALTHY } from './healthy.js';
import { MOMENT } from './moment.js';
import { ORDER } from './order.js';
import { RESPONSE } from './response.js';
import { RISK_BANDS } from './risk-bands.js';
import { SCOPE } from './scope.js';
import { SENTIMENT_EDGES } from './sentiment-edges.js';
import { SENTIMENT } from './sentiment.js';
import { SILENCE } from './silence.js';
import { SIMILAR_CLIENTS } from './similar-clients.js';
import { SIMILAR_PROJECTS } from './similar-projects.js';
import { STAGES } from './stages.js';
import { WAITING } from './waiting.js';
import { WORKING_TIME } from './working-time.js';
import type { GoldenHistory } from './types.js';

/** Every history, from its events to its recommendations, with its working. */
export const GOLDEN_HISTORIES: GoldenHistory[] = [
  ...ACTIVITY,
  ...AGREEMENTS,
  ...AT_CRITICAL,
  ...AT_WARNING,
  ...BLOCKERS_EDGES,
  ...BLOCKERS,
  ...CRISIS,
  ...EVIDENCE,
  ...FINANCE_EDGES,
  ...FINANCE_MENTIONS,
  ...FINANCE,
  ...HEALTH_BANDS,
  ...HEALTH_LOW,
  ...HEALTHY,
  ...MOMENT,
  ...ORDER,
  ...RESPONSE,
  ...RISK_BANDS,
  ...SCOPE,
  ...SENTIMENT_EDGES,
  ...SENTIMENT,
  ...SILENCE,
  ...SIMILAR_CLIENTS,
  ...SIMILAR_PROJECTS,
  ...STAGES,
  ...WAITING,
  ...WORKING_TIME,
];

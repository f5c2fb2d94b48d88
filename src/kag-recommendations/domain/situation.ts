import type { EvidenceRef } from '../../kag-events/index.js';
import type { SignalKey } from '../../kag-signals/index.js';
import type { RiskType } from '../../kag-forecast/index.js';

export interface Chances {
  p7: number;
  p14: number;
  p30: number;
}

/** What rules look at: the signals' values, the upsell score, and the forecasts that are publishable. */
export interface Situation {
  signals: Readonly<Record<SignalKey, number>>;
  upsell: number;
  /** Publishable ones only, with what they rest on. */
  forecasts: Readonly<Partial<Record<RiskType, Chances & { evidence_refs: readonly EvidenceRef[] }>>>;
  /** Whether a similar case had an outcome of client_risk with evidence. */
  clients_left: boolean;
}

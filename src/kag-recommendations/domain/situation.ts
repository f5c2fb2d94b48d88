import type { EvidenceRef } from '../../kag-events/index.js';
import type { Reading, SignalKey } from '../../kag-signals/index.js';
import type { Forecast, Forecasts, RiskType } from '../../kag-forecast/index.js';

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

/** A project in a similar place, and what became of it. */
export interface SeenCase {
  outcomes_seen: readonly { outcome_type: string; evidence_refs: readonly unknown[] }[];
}

/** All that recommendations to a project are made of. */
export interface Known {
  reading: Reading;
  forecasts: Forecasts;
  cases: readonly SeenCase[];
}

export function situationOf({ reading: { signals, scores }, forecasts, cases }: Known): Situation {
  // No rule holds at 0, so that none holds by what is unknown.
  const values = Object.fromEntries(Object.entries(signals).map(([key, { value }]) => [key, value ?? 0]));
  return {
    signals: values as Situation['signals'],
    upsell: scores.upsell_likelihood.value ?? 0,
    forecasts: Object.fromEntries(
      Object.entries(forecasts)
        .filter(([, { evidence_refs }]) => evidence_refs.length > 0)
        .map(([risk, forecast]) => [risk, { ...chancesOf(forecast), evidence_refs: forecast.evidence_refs }]),
    ),
    clients_left: cases.some(({ outcomes_seen }) =>
      outcomes_seen.some(
        ({ outcome_type, evidence_refs }) => outcome_type === 'client_risk' && evidence_refs.length > 0,
      ),
    ),
  };
}

/** What is there already is certain; where no chance is told, it is the usual one. */
export function chancesOf({ status, p7, p14, p30, base_rate }: Forecast): Chances {
  if (status === 'already') return { p7: 1, p14: 1, p30: 1 };
  return p7 === null || p14 === null || p30 === null ? base_rate : { p7, p14, p30 };
}

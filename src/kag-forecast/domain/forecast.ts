import { clamp01 } from '../../common/clamp.js';
import type { EvidenceRef } from '../../kag-events/index.js';
import type { Reading } from '../../kag-signals/index.js';
import { type NormKey, normsOf, SIGNAL_OF } from './norms.js';
import { RISK_TYPES, RISKS, type RiskType } from './risks.js';

/** Names the way in which a forecast was made, so that forecasts of different ways are never held against each other. */
export const MODEL = 'rules-v1';
const MOST_DRIVERS = 4;
const MOST_REFS = 40;

/** A project that was in a similar place, and what became of it. */
export interface ForecastCase {
  similarity_score: number;
  outcomes_seen: readonly { outcome_type: string; severity: number }[];
}

export interface Driver {
  key: NormKey;
  /** 0 to 1. */
  norm: number;
  weight: number;
  /** What it adds to the baseline, before any floor. */
  contribution: number;
}

/** How likely a risk comes about within 7, 14 and 30 days, and what that rests on. */
export interface Forecast {
  risk_type: RiskType;
  p7: number;
  p14: number;
  p30: number;
  expected_time_to_risk_days: number;
  confidence: number;
  /** The largest norms first. */
  top_drivers: Driver[];
  /** 40 at most, newest first. */
  evidence_refs: EvidenceRef[];
  publishable: boolean;
  model: string;
}

export type Forecasts = Readonly<Record<RiskType, Forecast>>;

/** All four forecasts of a project, from its reading and the cases most similar to its last 14 days. */
export function forecastsOf(reading: Reading, cases: readonly ForecastCase[]): Forecasts {
  return Object.fromEntries(RISK_TYPES.map((type) => [type, forecast(type, reading, cases)])) as unknown as Forecasts;
}

function forecast(type: RiskType, { signals, scores }: Reading, cases: readonly ForecastCase[]): Forecast {
  // What is unknown counts as what is no trouble: 0, of each signal.
  const values = Object.fromEntries(Object.entries(signals).map(([key, { value }]) => [key, value ?? 0]));
  const measures = values as Record<keyof typeof signals, number>;
  const norms = normsOf({ signals: measures, risk: scores.risk.value ?? 0 });
  const { weights, floors } = RISKS[type];
  const conditions = { ...measures, open_blockers: Number(signals.blockers_age.details['open_blockers'] ?? 0) };
  const sum = weights.reduce((total, [key, weight]) => total + weight * norms[key], 0);
  const baseline = clamp01(Math.max(sum, ...floors.map(({ least, when }) => (when(conditions) ? least : 0))));
  const seen = severityOf(type, cases);
  const p7 = clamp01(0.75 * baseline + 0.25 * seen);
  const p14 = clamp01(p7 + (0.12 + 0.18 * seen) * (1 - p7));
  const p30 = clamp01(p14 + (0.18 + 0.22 * seen) * (1 - p14));
  const used = weights.map(([key]) => key).filter((key) => norms[key] > 0);
  const evidence_refs = refsOf(
    used.flatMap((key) =>
      key === 'risk' ? [] : [SIGNAL_OF[key]].flat().map((signal) => signals[signal].evidence_refs),
    ),
  );
  return {
    risk_type: type,
    p7,
    p14,
    p30,
    expected_time_to_risk_days: p30 < 0.05 ? 60 : Math.min(60, Math.max(2, (1 - p30) * 40 + 2)),
    confidence: clamp01(0.35 + Math.min(0.45, 0.08 * cases.length) + Math.min(0.2, 0.01 * evidence_refs.length)),
    top_drivers: weights
      .map(([key, weight]): Driver => ({ key, norm: norms[key], weight, contribution: weight * norms[key] }))
      .filter(({ norm }) => norm > 0)
      .sort((a, b) => b.norm - a.norm)
      .slice(0, MOST_DRIVERS),
    evidence_refs,
    publishable: evidence_refs.length > 0,
    model: MODEL,
  };
}

/**
 * S: the mean of severity/5 over the similar cases that had such an outcome, weighted by their similarity; 0 if none had.
 * Of several outcomes of a case the most severe counts.
 */
export function severityOf(type: RiskType, cases: readonly ForecastCase[]): number {
  let weights = 0;
  let sum = 0;
  for (const { similarity_score, outcomes_seen } of cases) {
    const severities = outcomes_seen
      .filter(({ outcome_type }) => outcome_type === type)
      .map(({ severity }) => severity);
    if (severities.length === 0) continue;
    weights += similarity_score;
    sum += (similarity_score * Math.max(...severities)) / 5;
  }
  return weights > 0 ? sum / weights : 0;
}

/** Unique refs of the signals, newest first; of equal times in the order of the formula. */
function refsOf(lists: readonly (readonly EvidenceRef[])[]): EvidenceRef[] {
  const rows = new Map<string, EvidenceRef>();
  const time = (ref: EvidenceRef) => ref.occurred_at ?? '';
  for (const ref of lists.flat().sort((a, b) => (time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0))) {
    const key = `${ref.source_table} ${ref.source_pk}`;
    if (!rows.has(key)) rows.set(key, ref);
  }
  return [...rows.values()].slice(0, MOST_REFS);
}

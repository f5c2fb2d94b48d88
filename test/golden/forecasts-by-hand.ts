import type { GoldenSimilarCase, GoldenSignal, NormKey, RiskType } from './types.js';
import type { SignalKey } from '../../src/kag-signals/index.js';

interface ByHand {
  p7: number;
  p14: number;
  p30: number;
  expected_time_to_risk_days: number;
}

const WEIGHTS: Readonly<Record<RiskType, Partial<Record<NormKey, number>>>> = {
  delivery_risk: { blockers: 0.32, stage: 0.28, response: 0.12, activity: 0.1, risk: 0.18 },
  finance_risk: { burn: 0.4, margin: 0.35, risk: 0.25 },
  client_risk: { waiting: 0.32, sentiment: 0.24, response: 0.12, activity: 0.12, risk: 0.2 },
  scope_risk: { scope: 0.48, stage: 0.18, waiting: 0.14, risk: 0.2 },
};

/** The forecasts by the plainest reading of their rules, apart from the server's own code; what is unknown counts as 0. */
export function forecastsByHand(
  signals: Readonly<Record<SignalKey, GoldenSignal>>,
  risk: number | null,
  cases: readonly GoldenSimilarCase[],
): Record<RiskType, ByHand> {
  const of = (key: SignalKey) => signals[key].value ?? 0;
  const norms: Record<NormKey, number> = {
    waiting: clamp(of('waiting_on_client_days') / 6),
    response: clamp(Math.max(of('response_time_median') / 720, of('waiting_on_us_hours') / 24)),
    blockers: clamp(of('blockers_age') / 7),
    stage: clamp(of('stage_overdue') / 5),
    scope: clamp(of('scope_creep_rate') / 0.5),
    burn: clamp((of('budget_burn_rate') - 1) / 0.5),
    margin: clamp(of('margin_risk')),
    sentiment: clamp(of('client_sentiment') / -0.6),
    activity: clamp(of('activity_drop')),
    risk: (risk ?? 0) / 100,
  };
  const many = (signals.blockers_age.details?.['open_blockers'] ?? 0) >= 3;
  const floors: Record<RiskType, number[]> = {
    delivery_risk: [of('blockers_age') >= 5 && many ? 0.62 : 0, of('stage_overdue') >= 3 ? 0.58 : 0],
    finance_risk: [of('budget_burn_rate') >= 1.2 || of('margin_risk') >= 0.4 ? 0.62 : 0],
    client_risk: [of('waiting_on_client_days') >= 4 ? 0.62 : 0, of('client_sentiment') <= -0.4 ? 0.55 : 0],
    scope_risk: [of('scope_creep_rate') >= 0.35 ? 0.6 : 0],
  };
  const one = (type: RiskType): ByHand => {
    const sum = Object.entries(WEIGHTS[type]).reduce(
      (total, [key, weight]) => total + weight * norms[key as NormKey],
      0,
    );
    const seen = severity(type, cases);
    const p7 = 0.75 * Math.max(clamp(sum), ...floors[type]) + 0.25 * seen;
    const p14 = p7 + (0.12 + 0.18 * seen) * (1 - p7);
    const p30 = p14 + (0.18 + 0.22 * seen) * (1 - p14);
    return { p7, p14, p30, expected_time_to_risk_days: Math.max(2, (1 - p30) * 40 + 2) };
  };
  return {
    delivery_risk: one('delivery_risk'),
    finance_risk: one('finance_risk'),
    client_risk: one('client_risk'),
    scope_risk: one('scope_risk'),
  };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** The mean over the cases that had such an outcome, by their similarity; of several outcomes of a case the worst. */
function severity(type: RiskType, cases: readonly GoldenSimilarCase[]): number {
  const had = cases.flatMap(({ similarity, outcomes }) => {
    const worst = Math.max(0, ...outcomes.filter((one) => one.type === type).map((one) => one.severity));
    return worst > 0 ? [{ similarity, worst }] : [];
  });
  const all = had.reduce((sum, { similarity }) => sum + similarity, 0);
  return all === 0 ? 0 : had.reduce((sum, { similarity, worst }) => sum + (similarity * worst) / 5, 0) / all;
}

import type { EvidenceRef } from '../../src/kag-events/index.js';
import { RISK_TYPES, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import type { Forecast, Forecasts } from '../../src/kag-forecast/index.js';
import type { Known } from '../../src/kag-recommendations/domain/situation.js';
import { SCORE_TYPES, type Scores } from '../../src/kag-signals/domain/score.js';
import { SIGNAL_KEYS, type SignalKey, type Signals } from '../../src/kag-signals/domain/signal.js';

/** A ref of a client's message, seen at a page of its own. */
export const messageRef = (n: number): EvidenceRef => ({
  message_id: `cwmsg:1:${n}`,
  source_table: 'cw_messages',
  source_pk: `cwmsg:1:${n}`,
  occurred_at: '2026-03-30T10:00:00.000Z',
  url: `https://chat.example.org/messages/${n}`,
});

const QUIET: Forecast = {
  risk_type: 'client_risk',
  status: 'ok',
  since: null,
  p7: 0.1,
  p14: 0.2,
  p30: 0.3,
  interval: null,
  base_rate: { p7: 0.1, p14: 0.2, p30: 0.3 },
  basis: 'own',
  onsets_seen: 40,
  drivers: [],
  evidence_refs: [],
  publishable: false,
  model: 'hazard-v1',
};

/** What is known of a project in which nothing is the matter, but for what is given. */
export function known(given: {
  signals?: Partial<Record<SignalKey, number>>;
  details?: Partial<Record<SignalKey, Record<string, number>>>;
  upsell?: number;
  forecasts?: Partial<Record<RiskType, Partial<Forecast>>>;
  clientsLeft?: boolean;
}): Known {
  const signals = Object.fromEntries(
    SIGNAL_KEYS.map((key) => [
      key,
      {
        known: true,
        value: given.signals?.[key] ?? 0,
        status: 'ok',
        details: given.details?.[key] ?? {},
        evidence_refs: [],
      },
    ]),
  ) as unknown as Signals;
  const scores = Object.fromEntries(
    SCORE_TYPES.map((type) => [
      type,
      {
        known: true,
        value: type === 'upsell_likelihood' ? (given.upsell ?? 0) : 0,
        band: 'low',
        coverage: 1,
        factors: [],
        evidence_refs: [],
      },
    ]),
  ) as unknown as Scores;
  const forecasts = Object.fromEntries(
    RISK_TYPES.map((risk_type) => {
      const forecast = { ...QUIET, ...given.forecasts?.[risk_type], risk_type };
      return [risk_type, { ...forecast, publishable: forecast.evidence_refs.length > 0 }];
    }),
  ) as unknown as Forecasts;
  return {
    reading: {
      project_id: '00000000-0000-4000-8000-000000000000',
      as_of: new Date('2026-03-31T12:00:00.000Z'),
      ended_on: null,
      signals,
      facts: {
        revenue: 0,
        cost: 0,
        planned_budget: 0,
        scope_changes_7d: 0,
        needs_7d: 0,
        needs_evidence: [],
      },
      scores,
    },
    forecasts,
    cases: given.clientsLeft ? [{ outcomes_seen: [{ outcome_type: 'client_risk', evidence_refs: [{}] }] }] : [],
  };
}

/** A client that has owed an answer for so many days, as `refs` show. */
export const waiting = (days: number, refs = [messageRef(1), messageRef(2), messageRef(3)]): Known =>
  known({
    signals: { waiting_on_client_days: days },
    forecasts: { client_risk: { p7: Math.min(1, days / 10), evidence_refs: refs } },
  });

/** The same project with nothing left to do. */
export const settled = (): Known => known({});

import type { Category } from '../../src/kag-recommendations/domain/recommendation.js';
import type { EvidenceRef } from '../../src/kag-events/index.js';
import type { Forecast, RiskType, Thresholds } from '../../src/kag-forecast/index.js';
import type { KnownProject } from '../../src/kag-recommendations/domain/situation-of.js';
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

const REFS = [messageRef(1), messageRef(2), messageRef(3)];

/** A forecast that says no more than what is usual. */
export const forecast = (risk_type: RiskType, given: Partial<Forecast> = {}): Forecast => ({
  risk_type,
  status: 'ok',
  since: null,
  p7: 0.02,
  p14: 0.04,
  p30: 0.08,
  interval: null,
  base_rate: { p7: 0.02, p14: 0.04, p30: 0.08 },
  basis: 'prior',
  onsets_seen: 0,
  drivers: [],
  model: 'hazard-v1',
  evidence_refs: [],
  publishable: false,
  ...given,
});

export interface GivenKnown {
  /** Values; those that are not named are known and 0. */
  signals?: Partial<Record<SignalKey, number | null>>;
  details?: Partial<Record<SignalKey, Record<string, number | null>>>;
  evidence?: Partial<Record<SignalKey, EvidenceRef[]>>;
  upsell?: number;
  needs?: number;
  facts?: Partial<KnownProject['reading']['facts']>;
  forecasts?: Partial<Record<RiskType, Partial<Forecast>>>;
  thresholds?: Partial<Thresholds>;
  ended_on?: string | null;
}

/** What is known of a project in which nothing is the matter, but for what is given. */
export function known(given: GivenKnown = {}): KnownProject {
  const signals = Object.fromEntries(
    SIGNAL_KEYS.map((key) => {
      const value = given.signals?.[key];
      const isKnown = value !== null;
      return [
        key,
        {
          known: isKnown,
          value: isKnown ? (value ?? 0) : null,
          status: isKnown ? 'ok' : 'unknown',
          details: given.details?.[key] ?? {},
          evidence_refs: given.evidence?.[key] ?? [],
        },
      ];
    }),
  ) as unknown as Signals;
  const scores = Object.fromEntries(
    SCORE_TYPES.map((type) => {
      const value = type === 'upsell_likelihood' ? (given.upsell ?? 0) : 0;
      return [type, { known: true, value, band: 'low', coverage: 1, factors: [], evidence_refs: [] }];
    }),
  ) as unknown as Scores;
  return {
    reading: {
      project_id: '00000000-0000-4000-8000-000000000000',
      as_of: new Date('2026-03-31T12:00:00.000Z'),
      ended_on: given.ended_on ?? null,
      signals,
      facts: {
        revenue: null,
        cost: null,
        planned_budget: null,
        scope_changes_7d: 0,
        needs_14d: given.needs ?? 0,
        needs_evidence: (given.needs ?? 0) > 0 ? REFS : [],
        ...given.facts,
      },
      scores,
    },
    forecasts: Object.fromEntries(
      Object.entries(given.forecasts ?? {}).map(([risk, one]) => [risk, forecast(risk as RiskType, one)]),
    ),
    thresholds: given.thresholds ?? {},
  };
}

/** A client that has owed an answer for so many days, as `refs` show. */
export const waiting = (days: number, refs = REFS): KnownProject =>
  known({ signals: { waiting_on_client_days: days }, evidence: { waiting_on_client_days: refs } });

/** The same project with nothing left to do. */
export const settled = (): KnownProject => known();

/** Categories of `troubled`. */
export const TROUBLES: Category[] = [
  'answer_the_client',
  'delivery_risk',
  'finance_risk',
  'scope_creep_change_request',
  'unhappy_client',
  'waiting_on_client',
];

/** Trouble of all kinds at once, so bad that each has its recommendation. */
export const troubled = (worse = 1): KnownProject =>
  known({
    signals: {
      waiting_on_client_days: 3 * worse,
      waiting_on_us_hours: 20 * worse,
      scope_creep_rate: 0.5,
      blockers_age: 3 * worse,
      budget_burn_rate: 1 + 0.12 * worse,
      client_sentiment: -0.3 * worse,
    },
    details: {
      scope_creep_rate: { requests_7d: 3 * worse, client_messages: 9 },
      blockers_age: { open_blockers: 2 },
      client_sentiment: { negative_share: 0.5 * worse, negative_messages: 3, messages: 5, people: 1 },
    },
    evidence: {
      waiting_on_client_days: REFS,
      waiting_on_us_hours: REFS,
      scope_creep_rate: REFS,
      blockers_age: REFS,
      budget_burn_rate: REFS,
      client_sentiment: REFS,
    },
  });

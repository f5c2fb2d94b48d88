import type { Forecast, RiskType, Thresholds } from '../../kag-forecast/index.js';
import type { Reading, Signal, SignalKey } from '../../kag-signals/index.js';
import type { LostDeal } from './lost-deal.js';
import type { Chance, Measures, Situation } from './situation.js';

/** A margin that is no reason for anything. */
export const SOUND_MARGIN = 0.35;

/** What the chain has made of a project. */
export interface KnownProject {
  reading: Reading;
  /** None while nothing is forecast. */
  forecasts: Readonly<Partial<Record<RiskType, Forecast>>>;
  thresholds: Readonly<Partial<Thresholds>>;
}

/** What else is known of it. */
export interface Background {
  /** Onsets that go on. */
  onsets: readonly { risk_type: RiskType; began: string }[];
  lost: LostDeal | null;
}

/** What recommendations hang on, of all that is known: the one place that reads signals and forecasts. */
export function situationOf({ reading, forecasts, thresholds }: KnownProject, { onsets, lost }: Background): Situation {
  return {
    measures: measuresOf(reading, lost),
    chances: Object.fromEntries(
      Object.values(forecasts).flatMap((forecast) => {
        const chance = chanceOf(forecast, thresholds[forecast.risk_type]);
        return chance ? [[forecast.risk_type, chance]] : [];
      }),
    ),
    there_since: Object.fromEntries(onsets.map(({ risk_type, began }) => [risk_type, began])),
    ended: reading.ended_on !== null,
  };
}

function measuresOf(reading: Reading, lost: LostDeal | null): Measures {
  const { facts, scores } = reading;
  const value = (key: SignalKey) => valueOf(reading.signals[key]);
  const detail = (key: SignalKey, name: string) => detailOf(reading.signals[key], name);
  const margin = detail('margin_risk', 'margin');
  const burn = value('budget_burn_rate');
  const mood = value('client_sentiment');
  return {
    waiting_days: value('waiting_on_client_days'),
    asked_hours: value('waiting_on_us_hours'),
    scope_requests: detail('scope_creep_rate', 'requests_7d'),
    blocked_days: times(detail('blockers_age', 'open_blockers'), value('blockers_age')),
    late_days: value('stage_overdue'),
    overrun: burn === null ? null : burn - 1,
    unplanned_cost: unplannedCost(facts, margin),
    margin_shortfall: margin === null ? null : SOUND_MARGIN - margin,
    low_mood: mood === null ? null : -mood,
    negative_share: detail('client_sentiment', 'negative_share'),
    needs: facts.needs_14d,
    upsell: scores.upsell_likelihood.value,
    deal_lost: lost === null ? 0 : 1,
  };
}

/** What was spent without any plan, as a share of what the worst deal brings in: 1 where none brings in anything. */
function unplannedCost({ cost, planned_budget }: Reading['facts'], margin: number | null): number | null {
  if (cost === null) return null;
  if (cost <= 0 || (planned_budget ?? 0) > 0) return 0;
  return margin === null ? 1 : Math.max(0, 1 - margin);
}

function chanceOf(forecast: Forecast, threshold: number | undefined): Chance | null {
  if (forecast.status !== 'ok' || forecast.p14 === null || threshold === undefined) return null;
  const raising = forecast.drivers.filter(({ points }) => points.p14 > 0).sort((a, b) => b.points.p14 - a.points.p14);
  return {
    p14: forecast.p14,
    usual: forecast.base_rate.p14,
    threshold,
    raised_by: raising.map(({ key }) => key),
  };
}

/** The signal's value; null where it is not known. */
export const valueOf = (signal: Signal | undefined): number | null => (signal?.known === true ? signal.value : null);

export function detailOf(signal: Signal | undefined, name: string): number | null {
  const value = signal?.known === true ? signal.details[name] : null;
  return typeof value === 'number' ? value : null;
}

const times = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a * b);

import type { Assessed, ReasonKind } from './causes/assess.js';
import type { CauseKey } from './causes/cause.js';
import { RULES } from './recommendation.js';
import { type Background, detailOf, type KnownProject, valueOf } from './situation-of.js';

/**
 * What a recommendation's texts tell, as people read it: whole days, whole percents. It is stored, and words are made
 * of it when it is read. null: it is not known, and then nothing is said of it.
 */
export interface Figures {
  /** The causes that hold, the strongest first, and by what each does. */
  causes: readonly { cause: CauseKey; reason: ReasonKind }[];
  /** Whole working days. */
  waiting_days: number | null;
  asked_hours: number | null;
  scope_requests: number | null;
  client_messages: number | null;
  open_blockers: number | null;
  blockers_days: number | null;
  late_days: number | null;
  /** Cost in percent of the planned budget, of the deal that is worst. */
  burn_percent: number | null;
  /** What is left of the deal's value that has least, in percent. */
  margin_percent: number | null;
  /** Of three weeks. */
  negative_messages: number | null;
  mood_messages: number | null;
  needs: number | null;
  upsell: number | null;
  /** Since when the risk is there, `YYYY-MM-DD`; null: it is not, or the category is about none. */
  there_since: string | null;
  /** How likely it comes about within 14 days, and what is usual, in percent; null unless that is forecast. */
  chance: { p14: number; usual: number } | null;
  lost_deal: { name: string | null; stage: string; on: string } | null;
}

const MAX_NAME = 80;

export function figuresOf({ category, holding }: Assessed, known: KnownProject, { onsets, lost }: Background): Figures {
  const { signals, facts, scores } = known.reading;
  const { risk } = RULES[category];
  const margin = detailOf(signals.margin_risk, 'margin');
  const deal = holding.some(({ cause }) => cause === 'deal_lost') ? lost : null;
  return {
    causes: holding.map(({ cause, reason }) => ({ cause, reason })),
    waiting_days: whole(valueOf(signals.waiting_on_client_days)),
    asked_hours: whole(valueOf(signals.waiting_on_us_hours)),
    scope_requests: detailOf(signals.scope_creep_rate, 'requests_7d'),
    client_messages: detailOf(signals.scope_creep_rate, 'client_messages'),
    open_blockers: detailOf(signals.blockers_age, 'open_blockers'),
    blockers_days: whole(valueOf(signals.blockers_age)),
    late_days: whole(valueOf(signals.stage_overdue)),
    burn_percent: percent(valueOf(signals.budget_burn_rate)),
    margin_percent: percent(margin),
    negative_messages: detailOf(signals.client_sentiment, 'negative_messages'),
    mood_messages: detailOf(signals.client_sentiment, 'messages'),
    needs: facts.needs_14d,
    upsell: rounded(scores.upsell_likelihood.value),
    there_since: onsets.find(({ risk_type }) => risk_type === risk)?.began ?? null,
    chance: risk === null ? null : chanceOf(known, risk),
    lost_deal: deal && {
      name: deal.deal_name?.slice(0, MAX_NAME) ?? null,
      stage: deal.stage.slice(0, MAX_NAME),
      on: deal.on,
    },
  };
}

function chanceOf({ forecasts }: KnownProject, risk: keyof KnownProject['forecasts']): Figures['chance'] {
  const forecast = forecasts[risk];
  if (forecast?.status !== 'ok' || forecast.p14 === null) return null;
  return { p14: Math.round(100 * forecast.p14), usual: Math.round(100 * forecast.base_rate.p14) };
}

const whole = (value: number | null): number | null => (value === null ? null : Math.floor(value));
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));
const percent = (ratio: number | null): number | null => (ratio === null ? null : Math.round(ratio * 100));

import { clamp100 } from '../../../common/clamp.js';
import type { SignalKey, Signals } from '../signal.js';

/** The risk in each signal, 0 to 100 (spec 9). */
export type Component =
  | 'waiting'
  | 'response'
  | 'blockers'
  | 'stage'
  | 'agreement'
  | 'sentiment'
  | 'scope'
  | 'budget'
  | 'margin'
  | 'activity';

/** Which signal a component is made of, and how much of it is a full risk (1). */
const COMPONENTS: Readonly<Record<Component, { signal: SignalKey; risk: (value: number) => number }>> = {
  waiting: { signal: 'waiting_on_client_days', risk: (days) => days / 6 },
  response: { signal: 'response_time_avg', risk: (minutes) => minutes / 720 },
  blockers: { signal: 'blockers_age', risk: (days) => days / 7 },
  stage: { signal: 'stage_overdue', risk: (days) => days / 5 },
  agreement: { signal: 'agreement_overdue_count', risk: (count) => 0.4 * count },
  sentiment: { signal: 'sentiment_trend', risk: (trend) => 3 * Math.abs(Math.min(0, trend)) },
  scope: { signal: 'scope_creep_rate', risk: (rate) => 2.5 * rate },
  budget: { signal: 'budget_burn_rate', risk: (burn) => 5 * (burn - 1) },
  margin: { signal: 'margin_risk', risk: (risk) => risk },
  activity: { signal: 'activity_drop', risk: (drop) => drop },
};

export const signalOf = (component: Component): SignalKey => COMPONENTS[component].signal;

export function componentOf(component: Component, signals: Signals): number {
  const { signal, risk } = COMPONENTS[component];
  return clamp100(100 * risk(signals[signal].value));
}

import { clamp100 } from '../../../common/clamp.js';
import type { SignalKey, Signals } from '../signal.js';

/** The risk in each signal, 0 to 100. */
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

interface Measure {
  signal: SignalKey;
  /** How much of a full risk (1) a value is. */
  risk: (value: number) => number;
}

/** What a component is made of; of several signals the worst counts, since they tell of one cause. */
const COMPONENTS: Readonly<Record<Component, Measure | readonly Measure[]>> = {
  waiting: { signal: 'waiting_on_client_days', risk: (days) => days / 6 },
  // How the client is answered: usually, and right now.
  response: [
    { signal: 'response_time_median', risk: (minutes) => minutes / 720 },
    { signal: 'waiting_on_us_hours', risk: (hours) => hours / 24 },
  ],
  blockers: { signal: 'blockers_age', risk: (days) => days / 7 },
  stage: { signal: 'stage_overdue', risk: (days) => days / 5 },
  agreement: { signal: 'agreement_overdue_count', risk: (count) => 0.4 * count },
  sentiment: { signal: 'sentiment_trend', risk: (trend) => 3 * Math.abs(Math.min(0, trend)) },
  scope: { signal: 'scope_creep_rate', risk: (rate) => 2.5 * rate },
  budget: { signal: 'budget_burn_rate', risk: (burn) => 5 * (burn - 1) },
  margin: { signal: 'margin_risk', risk: (risk) => risk },
  activity: { signal: 'activity_drop', risk: (drop) => drop },
};

/** A component's value, 0 to 100, and the signal that it comes from. */
export function componentOf(component: Component, signals: Signals): { value: number; signal: SignalKey } {
  const values = [COMPONENTS[component]].flat().map(({ signal, risk }) => ({
    signal,
    value: clamp100(100 * risk(signals[signal].value)),
  }));
  return values.reduce((worst, one) => (one.value > worst.value ? one : worst));
}

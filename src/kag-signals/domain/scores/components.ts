import { clamp100 } from '../../../common/clamp.js';
import type { EvidenceRef } from '../../../kag-events/index.js';
import type { SignalKey, Signals } from '../signal.js';

/** What can be wrong with a project, each in one or more of its signals. */
export type Component =
  'waiting' | 'response' | 'blockers' | 'stage' | 'agreement' | 'sentiment' | 'scope' | 'money' | 'activity';

interface Measure {
  signal: SignalKey;
  /** The value that is a full concern, and the one up to which there is no concern. */
  full: number;
  none: number;
}

/** What a component is made of; of several signals the worst counts, since they tell of one cause. */
export const COMPONENTS: Readonly<Record<Component, readonly Measure[]>> = {
  waiting: [{ signal: 'waiting_on_client_days', none: 0, full: 6 }],
  // How the client is answered: usually, and right now.
  response: [
    { signal: 'response_time_median', none: 0, full: 720 },
    { signal: 'waiting_on_us_hours', none: 0, full: 24 },
  ],
  blockers: [{ signal: 'blockers_age', none: 0, full: 7 }],
  stage: [{ signal: 'stage_overdue', none: 0, full: 5 }],
  agreement: [{ signal: 'agreement_overdue_count', none: 0, full: 2.5 }],
  sentiment: [{ signal: 'client_sentiment', none: 0, full: -0.6 }],
  scope: [{ signal: 'scope_creep_rate', none: 0, full: 0.4 }],
  money: [
    { signal: 'budget_burn_rate', none: 1, full: 1.2 },
    { signal: 'margin_risk', none: 0, full: 1 },
  ],
  activity: [{ signal: 'activity_drop', none: 0, full: 1 }],
};

/** How much of a concern something is, 0 to 100, and what that rests on. */
export interface Concern {
  value: number;
  refs: readonly EvidenceRef[];
}

/** Null: none of its signals is known. */
export function measured(component: Component, signals: Signals): Concern | null {
  const known = COMPONENTS[component].flatMap(({ signal, none, full }) => {
    const { value, evidence_refs } = signals[signal];
    return value === null ? [] : { value: clamp100((100 * (value - none)) / (full - none)), refs: evidence_refs };
  });
  return known.length === 0 ? null : known.reduce((worst, one) => (one.value > worst.value ? one : worst));
}

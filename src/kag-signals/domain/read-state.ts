import type { WorkingTime } from '../../common/working-time/working-time.js';
import type { Reading } from './reading.js';
import type { Scores } from './score.js';
import { clientValue } from './scores/client-value.js';
import { projectHealth } from './scores/project-health.js';
import { risk as riskOf } from './scores/risk.js';
import { upsellLikelihood } from './scores/upsell-likelihood.js';
import { factsOf } from './facts.js';
import { NO_OTHERS, type ScopeActivity } from './scope-activity.js';
import { SIGNAL_KEYS, type Facts, type Signal, type Signals } from './signal.js';
import { SIGNALS } from './signals/catalogue.js';
import type { Viewpoint } from './signals/read.js';
import type { State } from './state.js';
import { statusOf } from './thresholds.js';

/** All signals of a state at a moment that no event in it is later than. */
export function signalsOf(state: State, look: Viewpoint): Signals {
  const entries = SIGNAL_KEYS.map((key): [string, Signal] => {
    const { value, details, evidence_refs } = SIGNALS[key](state, look);
    return [key, { known: value !== null, value, status: statusOf(key, value), details, evidence_refs }];
  });
  return Object.fromEntries(entries) as unknown as Signals;
}

export function scoresOf(signals: Signals, facts: Facts): Scores {
  const health = projectHealth(signals);
  const risk = riskOf(signals);
  const value = clientValue(signals, facts, health);
  const upsell = upsellLikelihood(signals, facts, { health, risk, clientValue: value });
  return { project_health: health, risk, client_value: value, upsell_likelihood: upsell };
}

/**
 * What a project's state says at a moment (epoch ms), in the working time of its people, and beside what happened in
 * the other projects of its account scope.
 */
export function readState(
  projectId: string,
  state: State,
  now: number,
  time: WorkingTime,
  others: ScopeActivity = NO_OTHERS,
): Reading {
  const signals = signalsOf(state, { now, time, others });
  const facts = factsOf(state, now);
  return {
    project_id: projectId,
    as_of: new Date(now),
    ended_on: null,
    signals,
    facts,
    scores: scoresOf(signals, facts),
  };
}

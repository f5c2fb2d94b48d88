import type { WorkingTime } from '../../common/working-time/working-time.js';
import type { Reading } from './reading.js';
import type { Scores } from './score.js';
import { clientValue } from './scores/client-value.js';
import { projectHealth } from './scores/project-health.js';
import { risk as riskOf } from './scores/risk.js';
import { upsellLikelihood } from './scores/upsell-likelihood.js';
import { factsOf } from './facts.js';
import { SIGNAL_KEYS, type Facts, type Signals } from './signal.js';
import { SIGNALS } from './signals/catalogue.js';
import type { State } from './state.js';
import { statusOf } from './thresholds.js';

/** All signals of a state at a moment (epoch ms) that no event in it is later than. */
export function signalsOf(state: State, now: number, time: WorkingTime): Signals {
  const entries = SIGNAL_KEYS.map((key) => {
    const { value, details, evidence_refs } = SIGNALS[key](state, now, time);
    return [key, { value, status: statusOf(key, value), details, evidence_refs }] as const;
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

/** What a project's state says at a moment, in the working time of its people. */
export function readState(projectId: string, state: State, now: number, time: WorkingTime): Reading {
  const signals = signalsOf(state, now, time);
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

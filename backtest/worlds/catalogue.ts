import { STRONG, WEAK, type WorldParameters } from './parameters.js';

/** A set of worlds: models are tuned on some, and judged on others that were made afterwards. */
export type WorldSet = 'tuning' | 'report' | 'quick';

const many = (count: number, name: string, given: Omit<WorldParameters, 'name' | 'seed'>): WorldParameters[] =>
  Array.from({ length: count }, (_, n) => ({ ...given, name: `${name} ${n + 1}`, seed: `${name} ${n + 1}` }));

/** What is otherwise in the worlds that are reported on: other confounders, other hazards, another quiet fortnight. */
const OTHERWISE = {
  quiet_from: 119,
  shares: { pause: 0.2, end: 0.25, angry_person: 0.2, chatty: 0.2, parked_blocker: 0.25, late_costs: 0.25 },
  threads: 0.9,
  reported: 0.3,
};
const STRONG_OTHERWISE = {
  ...STRONG,
  ...OTHERWISE,
  shows: 0.9,
  drives: { delivery_risk: 1.1, finance_risk: 1.1, client_risk: 1.3, scope_risk: 1.1 },
  hazards: { delivery_risk: 0.005, finance_risk: 0.0035, client_risk: 0.003, scope_risk: 0.004 },
};
const WEAK_OTHERWISE = {
  ...WEAK,
  ...OTHERWISE,
  drives: { delivery_risk: 0.4, finance_risk: 0.4, client_risk: 0, scope_risk: 0 },
  hazards: { delivery_risk: 0.007, finance_risk: 0.006, client_risk: 0.008, scope_risk: 0.007 },
};

/** The worlds of a set, strong ones first. */
export function worldsOf(set: WorldSet): WorldParameters[] {
  switch (set) {
    case 'tuning':
      return [
        ...many(4, 'strong tuning', { ...STRONG, projects: 55 }),
        ...many(4, 'weak tuning', { ...WEAK, projects: 55 }),
      ];
    case 'report':
      return [
        ...many(4, 'strong unseen', { ...STRONG_OTHERWISE, projects: 55 }),
        ...many(4, 'weak unseen', { ...WEAK_OTHERWISE, projects: 55 }),
      ];
    case 'quick':
      return [
        ...many(1, 'strong quick', { ...STRONG_OTHERWISE, projects: 60 }),
        ...many(1, 'weak quick', { ...WEAK_OTHERWISE, projects: 60 }),
      ];
  }
}

import { expect, it } from '@jest/globals';
import type { JobContext } from '../jobs/index.js';
import type { RefreshedRecommendations } from './recommendations.service.js';
import { countRecommendations } from './counters.js';

const NONE: RefreshedRecommendations = { created: 0, updated: 0, reopened: 0, ended: 0, expired: 0, hidden: [] };
const one = { category: 'finance_risk', reason: 'too_few_refs: 1 of 2 pieces of evidence' } as const;

it.each<[RefreshedRecommendations | undefined, object, unknown[][]]>([
  [undefined, { created: 0, updated: 0, reopened: 0, ended: 0, expired: 0, hidden: 0 }, []],
  [{ ...NONE, created: 2, updated: 1 }, { created: 2, updated: 1, reopened: 0, ended: 0, expired: 0, hidden: 0 }, []],
  [
    { ...NONE, hidden: [one] },
    { created: 0, updated: 0, reopened: 0, ended: 0, expired: 0, hidden: 1 },
    [['1 recommendation is hidden: its evidence is not enough', { hidden: [one] }]],
  ],
  [
    { ...NONE, ended: 3, expired: 1, hidden: [one, one] },
    { created: 0, updated: 0, reopened: 0, ended: 3, expired: 1, hidden: 2 },
    [['2 recommendations are hidden: their evidence is not enough', { hidden: [one, one] }]],
  ],
])('counts %j, and warns once of what is hidden', (refreshed, counters, warnings) => {
  const warned: unknown[][] = [];
  const context = { warn: (...said: unknown[]) => void warned.push(said) } as unknown as JobContext;
  expect(countRecommendations(context, refreshed)).toEqual(counters);
  expect(warned).toEqual(warnings);
});

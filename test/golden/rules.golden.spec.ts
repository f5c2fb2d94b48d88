import { describe, expect, it } from '@jest/globals';
import { assess } from '../../src/kag-recommendations/domain/causes/assess.js';
import { priorityOf } from '../../src/kag-recommendations/domain/compose.js';
import { gate } from '../../src/kag-recommendations/domain/gate.js';
import { MEASURES, type Situation } from '../../src/kag-recommendations/domain/situation.js';
import { GATE } from './gate.js';
import { evidenceRef } from './refs.js';
import { RULES } from './rules.js';

describe('the rules', () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (_name, { measures, chances = {}, expected }) => {
    const all = Object.fromEntries(MEASURES.map((key) => [key, measures[key] ?? null])) as Situation['measures'];
    const found = assess({ measures: all, chances, there_since: {}, ended: false });
    const opening = found.filter(({ strength }) => strength >= 1);
    expect(opening.map((one) => [one.category, priorityOf(one)])).toEqual(expected);
  });
});

describe('the evidence gate', () => {
  it.each(GATE.map((one) => [one.name, one] as const))('%s', (_name, { refs, settings, quality, cause }) => {
    expect(gate(refs.map(evidenceRef), settings)).toEqual({ quality: expect.closeTo(quality, 9), cause });
  });
});

import { describe, expect, it } from '@jest/globals';
import { gate } from '../../src/kag-recommendations/domain/gate.js';
import { recommend } from '../../src/kag-recommendations/domain/rules/recommend.js';
import type { Situation } from '../../src/kag-recommendations/domain/situation.js';
import { SIGNAL_KEYS } from '../../src/kag-signals/domain/signal.js';
import { GATE } from './gate.js';
import { evidenceRef } from './refs.js';
import { RULES } from './rules.js';

const QUIET = Object.fromEntries(SIGNAL_KEYS.map((key) => [key, 0])) as Situation['signals'];

describe('the rules', () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))(
    '%s',
    (_name, { signals, upsell, forecasts, clients_left, expected }) => {
      const found = recommend({
        signals: { ...QUIET, ...signals },
        upsell: upsell ?? 0,
        forecasts: Object.fromEntries(
          Object.entries(forecasts).map(([type, chances]) => [type, { ...chances, evidence_refs: [] }]),
        ),
        clients_left: clients_left ?? false,
      });
      expect(found.map(({ category, priority }) => [category, priority])).toEqual(expected);
    },
  );
});

describe('the evidence gate', () => {
  it.each(GATE.map((one) => [one.name, one] as const))('%s', (_name, { refs, settings, quality, cause }) => {
    expect(gate(refs.map(evidenceRef), settings)).toEqual({ quality: expect.closeTo(quality, 9), cause });
  });
});

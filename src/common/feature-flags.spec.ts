import { describe, expect, it } from '@jest/globals';
import { type Flag, flagOff, FLAGS } from './feature-flags.js';

const settings = (...off: Flag[]) =>
  Object.fromEntries(FLAGS.map((flag) => [flag, !off.includes(flag)])) as Record<Flag, boolean>;

describe('flagOff', () => {
  it.each([
    ['signals', [], null],
    ['signals', ['KAG_SNAPSHOTS_ENABLED', 'KAG_FORECASTING_ENABLED'], null],
    ['signals', ['KAG_ENABLED'], 'KAG_ENABLED'],
    ['signatures', ['KAG_SNAPSHOTS_ENABLED'], null],
    ['snapshots', ['KAG_SNAPSHOTS_ENABLED'], 'KAG_SNAPSHOTS_ENABLED'],
    ['snapshots', ['KAG_SNAPSHOTS_ENABLED', 'KAG_ENABLED'], 'KAG_ENABLED'],
    ['forecasts', ['KAG_RECOMMENDATIONS_V2_ENABLED'], null],
    ['recommendations', ['KAG_FORECASTING_ENABLED'], 'KAG_FORECASTING_ENABLED'],
  ] as const)('of %s with %j off is %s', (feature, off, expected) => {
    expect(flagOff(feature, settings(...off))).toBe(expected);
  });
});

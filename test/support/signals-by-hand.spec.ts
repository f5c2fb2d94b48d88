import { describe, expect, it } from '@jest/globals';
import { THRESHOLDS } from '../../src/kag-signals/domain/thresholds.js';
import { LEVELS } from './signals-by-hand.js';

describe('signals by hand', () => {
  it('are raised from the same values on as the server’s own', () => {
    const own = Object.entries(THRESHOLDS).map(([key, { warn, critical }]) => [key, [warn, critical]]);
    expect(LEVELS).toEqual(Object.fromEntries(own));
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideRetry } from './retry-policy.js';

const at = (attempt: number, kind = 'network', random = 0.5) =>
  decideRetry(kind, attempt, { baseSeconds: 30, maxRetries: 5, random });

describe('decideRetry', () => {
  it.each([
    [1, 'pending', 30],
    [2, 'retrying', 60],
    [3, 'retrying', 120],
    [4, 'retrying', 240],
    [5, 'dead_letter', null],
  ])('after attempt %i: %s, %p s', (attempt, status, waitSeconds) => {
    expect(at(attempt)).toEqual({ status, waitSeconds });
  });

  it.each(['auth', 'config'])('gives up at once on %s, which no repetition mends', (kind) => {
    expect(at(1, kind)).toEqual({ status: 'dead_letter', waitSeconds: null });
  });

  it('waits as long as the vendor asks', () => {
    const decision = decideRetry('rate_limited', 1, {
      baseSeconds: 30,
      maxRetries: 5,
      random: 0,
      retryAfterSeconds: 90,
    });
    expect(decision.waitSeconds).toBe(90);
  });

  it.each([60_000, 999_999_999])(
    'waits no longer than six hours, though the vendor asks for %i s',
    (retryAfterSeconds) => {
      const decision = decideRetry('rate_limited', 1, { baseSeconds: 30, maxRetries: 5, random: 0, retryAfterSeconds });
      expect(decision.waitSeconds).toBe(21_600);
    },
  );

  it('stays within ±10 % of the doubled base and under six hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const { waitSeconds } = decideRetry('timeout', attempt, { baseSeconds: 30, maxRetries: 100, random });
          const plain = Math.min(30 * 2 ** (attempt - 1), 21_600);
          expect(waitSeconds).toBeGreaterThanOrEqual(plain * 0.9 - 1e-9);
          expect(waitSeconds).toBeLessThanOrEqual(Math.min(plain * 1.1, 21_600) + 1e-9);
        },
      ),
    );
  });
});

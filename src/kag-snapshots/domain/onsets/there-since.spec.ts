import { describe, expect, it } from '@jest/globals';
import { daysIn } from '../../../common/day.js';
import { measuresFrom } from '../day-measures.js';
import type { Onset } from './onset.js';
import { thereSince } from './there-since.js';

/** From Monday, 5 January 2026 on, with so many requests on each day. */
const daysOf = (...requests: number[]) =>
  daysIn('2026-01-05', '2026-01-31')
    .slice(0, requests.length)
    .map((day, nth) => measuresFrom(day, { scope_requests_7d: requests[nth] ?? 0 }));
const isWorking = (day: string) => new Date(`${day}T12:00Z`).getUTCDay() % 6 !== 0;
const onset = (given: Partial<Onset>): Onset => ({
  began: '2026-01-06',
  known: '2026-01-07',
  ended: null,
  source: 'rule',
  severity: 4,
  ...given,
});
const since = (onsets: Onset[], ...requests: number[]) =>
  thereSince('scope_risk', onsets, { days: daysOf(...requests), isWorking });

describe('since when a risk is there', () => {
  it('is since its onset began, from the day on which that is known', () => {
    expect(since([onset({})], 0, 0, 0)).toBe('2026-01-06');
    expect(since([onset({})], 0, 0)).toBeNull();
  });

  it('is over with its onset', () => {
    const over = onset({ ended: '2026-01-08' });
    expect(since([over], 0, 0, 0)).toBe('2026-01-06');
    expect(since([over], 0, 0, 0, 0)).toBeNull();
  });

  it('is since the last working day where its condition holds for the first time', () => {
    expect(since([], 0, 3)).toBe('2026-01-06');
    expect(since([], 0, 0, 0, 0, 3, 0, 0)).toBe('2026-01-09');
    expect(since([], 0, 0, 0, 0, 0, 3, 3)).toBeNull();
  });

  it('is never where nothing is known', () => expect(since([])).toBeNull());
});

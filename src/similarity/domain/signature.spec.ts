import { measuresOn } from '../../../test/builders/project-runs.js';
import { signatureOf, type SeenPair } from './signature.js';
import type { DayNumbers } from './vector.js';

const NOW = new Date('2026-03-10T12:00:00Z');
const day = (date: string, more: Partial<DayNumbers> = {}): DayNumbers => ({
  ...measuresOn(date),
  events_7d: 0,
  events_30d: 0,
  pipeline_amount: 0,
  ...more,
});
const contextOf = (amount: number) =>
  ({ project_type: 'delivery', budget_band: amount > 0 ? 'xl' : 'xs', deal_stage: 'discovery' }) as const;
const of = (windowDays: 7 | 14 | 30, days: DayNumbers[], pairs: SeenPair[] = []) =>
  signatureOf(windowDays, NOW, days, pairs, contextOf);
const seen = (pair: string, began: string): SeenPair => ({ pair, began_at: new Date(began) });

describe('signatureOf', () => {
  it('is made of the snapshots of as many days as the window has, today’s included', () => {
    const days = ['2026-02-08', '2026-02-24', '2026-03-03', '2026-03-04', '2026-03-10'].map((date) => day(date));
    expect([of(7, days), of(14, days), of(30, days)].map((taken) => taken?.snapshots)).toEqual([2, 3, 4]);
    expect(of(7, [day('2026-03-03')])).toBeNull();
    expect(of(7, [])).toBeNull();
  });

  it('has the pairs whose first event lies in the window', () => {
    const pairs = [
      seen('b>c', '2026-03-09T00:00:00Z'),
      seen('a>b', '2026-03-03T12:00:00.001Z'),
      seen('c>d', '2026-03-03T12:00:00Z'),
      seen('d>e', '2026-02-01T00:00:00Z'),
    ];
    expect(of(7, [day('2026-03-10')], pairs)?.pairs).toEqual(['a>b', 'b>c']);
    expect(of(14, [day('2026-03-10')], pairs)?.pairs).toEqual(['a>b', 'b>c', 'c>d']);
  });

  it('has its context from the latest snapshot', () => {
    const days = [day('2026-03-09', { pipeline_amount: 1 }), day('2026-03-10')];
    expect(of(7, days)?.context.budget_band).toBe('xs');
    expect(
      of(
        7,
        days.toReversed().map((one, i) => ({ ...one, day: days[i]!.day })),
      )?.context.budget_band,
    ).toBe('xl');
  });

  it('has another hash once anything of it differs', () => {
    const base = of(7, [day('2026-03-10')], [seen('a>b', '2026-03-09T00:00:00Z')])!;
    const again = of(7, [day('2026-03-09')], [seen('a>b', '2026-03-08T00:00:00Z')])!;
    expect(again.hash).toBe(base.hash);
    const others = [
      of(7, [day('2026-03-10', { waiting_days: 1 })], [seen('a>b', '2026-03-09T00:00:00Z')]),
      of(7, [day('2026-03-10', { pipeline_amount: 1 })], [seen('a>b', '2026-03-09T00:00:00Z')]),
      of(7, [day('2026-03-10')]),
      of(7, [day('2026-03-09'), day('2026-03-10')], [seen('a>b', '2026-03-09T00:00:00Z')]),
    ];
    expect(new Set([base.hash, ...others.map((one) => one?.hash)]).size).toBe(5);
  });
});

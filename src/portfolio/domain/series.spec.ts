import { describe, expect, it } from '@jest/globals';
import { changeOver, type Point, scoresOver, SERIES_DAYS } from './series.js';

const TODAY = SERIES_DAYS - 1;
const nothing = [null, null, null];
const point = (ago: number, health: number | null): Point => [TODAY - ago, health, ...nothing];
const now = { project_health: { value: 60, band: 'medium' } } as const;

describe('scores over the days', () => {
  it('have a value for each day that is known, and none for the others', () => {
    const { project_health, risk } = scoresOver([point(59, 80.4), point(1, 61.6), point(0, 60)], now);
    expect(project_health.series).toHaveLength(SERIES_DAYS);
    expect([project_health.series[0], project_health.series[1], ...project_health.series.slice(-2)]).toEqual([
      80,
      null,
      62,
      60,
    ]);
    expect(risk).toEqual({
      value: null,
      band: null,
      change_7d: null,
      change_30d: null,
      series: Array.from({ length: SERIES_DAYS }, () => null),
    });
  });

  it('leave out days of another time', () =>
    expect(scoresOver([point(60, 1), point(-1, 1)], now).project_health.series).not.toContain(1));

  it.each<[string, Point[], number | null]>([
    ['against the day a week ago', [point(7, 72.5)], -12.5],
    ['against the last known day before it', [point(10, 50), point(9, 48.7)], 11.3],
    ['not against a later day', [point(6, 50)], null],
    ['not against a day that is too long ago', [point(11, 50)], null],
    ['of nothing, where it stays', [point(7, 60)], 0],
  ])('tell the change %s', (_what, points, change) =>
    expect(scoresOver(points, now).project_health.change_7d).toBe(change),
  );

  it('tell no change of what is unknown now', () => expect(changeOver([1, 2, 3], null, 1)).toBeNull());
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysIn } from '../../common/day.js';
import { WEEKDAYS } from '../../common/working-time/calendar.js';
import { dueSpan, isQuiet, latestSlot, MAX_DAYS, type Schedule } from './schedule.js';
import { PERIODS } from './span.js';

const WORKING = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const daily = (more: Partial<Schedule> = {}): Schedule => ({
  period: 'day',
  days: WORKING,
  hour: 8,
  time_zone: 'Europe/Berlin',
  ...more,
});
const weekly = daily({ period: 'week', days: ['mon'] });
const at = (text: string) => new Date(text);
const LONG_AGO = at('2020-01-01T00:00Z');

describe('when a digest is due', () => {
  it.each<[string, Schedule, string, string | null]>([
    ['at its hour', daily(), '2026-02-04T07:00Z', '2026-02-04T07:00:00.000Z'],
    ['not before it: the day before', daily(), '2026-02-04T06:59Z', '2026-02-03T07:00:00.000Z'],
    ['in summer', daily(), '2026-07-01T12:00Z', '2026-07-01T06:00:00.000Z'],
    ['on Friday, seen on Sunday', daily(), '2026-02-08T12:00Z', '2026-02-06T07:00:00.000Z'],
    [
      'where Monday is Sunday for UTC',
      daily({ time_zone: 'Pacific/Auckland' }),
      '2026-02-01T20:00Z',
      '2026-02-01T19:00:00.000Z',
    ],
    ['at an hour that clocks skip', daily({ days: ['sun'], hour: 2 }), '2026-03-29T12:00Z', '2026-03-29T01:00:00.000Z'],
    ['once a week', weekly, '2026-02-08T12:00Z', '2026-02-02T07:00:00.000Z'],
    ['never, without a day', daily({ days: [] }), '2026-02-08T12:00Z', null],
  ])('%s', (_what, schedule, now, slot) => expect(latestSlot(schedule, at(now))?.toISOString() ?? null).toBe(slot));

  it.each<[string, Schedule, string | null, string, [string, string] | null]>([
    ['the day before, the first time', daily(), null, '2026-02-04T07:00Z', ['2026-02-03', '2026-02-03']],
    ['the weekend on Monday', daily(), '2026-02-05', '2026-02-09T07:00Z', ['2026-02-06', '2026-02-08']],
    ['nothing twice', daily(), '2026-02-08', '2026-02-09T17:00Z', null],
    [
      'what a server that was away has missed',
      daily(),
      '2026-02-01',
      '2026-02-09T17:00Z',
      ['2026-02-02', '2026-02-08'],
    ],
    ['a month at most', daily(), '2025-02-01', '2026-02-09T17:00Z', ['2026-01-09', '2026-02-08']],
    ['a week, the first time', weekly, null, '2026-02-09T07:00Z', ['2026-02-02', '2026-02-08']],
  ])('tells %s', (_what, schedule, told_until, now, days) => {
    const span = dueSpan(schedule, { starts_after: LONG_AGO, told_until }, at(now));
    expect(span && [span.from, span.to]).toEqual(days);
  });

  it('begins with the first time after it was made', () => {
    const sent = { starts_after: at('2026-02-04T10:00Z'), told_until: null };
    expect(dueSpan(daily(), sent, at('2026-02-04T12:00Z'))).toBeNull();
    expect(dueSpan(daily(), sent, at('2026-02-05T07:00Z'))).toEqual({ from: '2026-02-04', to: '2026-02-04' });
  });

  it('tells every day once, whenever somebody looks', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland');
    const schedules = fc.record({
      period: fc.constantFrom(...PERIODS),
      days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      hour: fc.integer({ min: 0, max: 23 }),
      time_zone: zones,
    });
    const waits = fc.array(fc.integer({ min: 1, max: 3 * 1440 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(schedules, waits, (schedule, minutes) => {
        let now = at('2026-02-01T00:00Z').getTime();
        const covered: string[] = [];
        for (const wait of minutes) {
          now += wait * 60_000;
          const span = dueSpan(schedule, { starts_after: LONG_AGO, told_until: covered.at(-1) ?? null }, new Date(now));
          if (span) covered.push(...daysIn(span.from, span.to));
        }
        expect(covered).toEqual(covered.length === 0 ? [] : daysIn(covered[0]!, covered.at(-1)!));
        expect(covered.length).toBeLessThanOrEqual(minutes.length * MAX_DAYS);
      }),
    );
  });
});

describe('quiet hours', () => {
  const night = { start: '20:00', end: '08:00' };
  it.each([
    [night, '2026-02-04T06:59Z', true],
    [night, '2026-02-04T07:00Z', false],
    [night, '2026-02-04T18:59Z', false],
    [night, '2026-02-04T19:00Z', true],
    [{ start: '12:00', end: '13:00' }, '2026-02-04T11:30Z', true],
    [{ start: '12:00', end: '13:00' }, '2026-02-04T12:00Z', false],
    [null, '2026-02-04T03:00Z', false],
  ])('%j at %s in Berlin: %s', (hours, now, quiet) => expect(isQuiet(hours, 'Europe/Berlin', at(now))).toBe(quiet));
});

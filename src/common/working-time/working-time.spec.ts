import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROUND_THE_CLOCK, WEEKDAYS, type WorkingCalendar } from './calendar.js';
import { WorkingTime, workingTimeOf } from './working-time.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

const office = (time_zone: string, more: Partial<WorkingCalendar> = {}): WorkingCalendar => ({
  time_zone,
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: '09:00', end: '18:00' },
  ...more,
});
const at = (text: string) => Date.parse(text);

describe('working minutes', () => {
  it.each([
    ['within a day', 'UTC', '2026-03-04T10:00Z', '2026-03-04T10:45Z', 45],
    ['from before opening', 'UTC', '2026-03-04T03:00Z', '2026-03-04T10:00Z', 60],
    ['to after closing', 'UTC', '2026-03-04T17:30Z', '2026-03-04T23:00Z', 30],
    ['over a night', 'UTC', '2026-03-04T17:00Z', '2026-03-05T10:00Z', 120],
    ['over a weekend', 'UTC', '2026-03-06T17:00Z', '2026-03-09T10:00Z', 120],
    ['on a weekend', 'UTC', '2026-03-07T00:00Z', '2026-03-08T23:59Z', 0],
    ['backwards', 'UTC', '2026-03-05T10:00Z', '2026-03-04T10:00Z', 0],
    ['of a whole week', 'UTC', '2026-03-02T00:00Z', '2026-03-09T00:00Z', 5 * 9 * 60],
    ['east of UTC', 'Asia/Kolkata', '2026-03-04T03:30Z', '2026-03-04T12:30Z', 540],
    ['west of UTC', 'America/New_York', '2026-01-07T14:00Z', '2026-01-07T23:00Z', 540],
    ['where Monday is Sunday for UTC', 'Pacific/Auckland', '2026-03-01T20:00Z', '2026-03-01T21:00Z', 60],
    ['where Friday is Saturday for UTC', 'Pacific/Honolulu', '2026-03-07T03:00Z', '2026-03-07T04:00Z', 60],
    ['in winter', 'Europe/Berlin', '2026-03-27T07:00Z', '2026-03-27T09:00Z', 60],
    ['in summer', 'Europe/Berlin', '2026-03-30T07:00Z', '2026-03-30T09:00Z', 120],
    ['over the change to summer', 'Europe/Berlin', '2026-03-27T16:00Z', '2026-03-30T08:00Z', 120],
    ['over the change to winter', 'Europe/Berlin', '2026-10-23T15:00Z', '2026-10-26T09:00Z', 120],
  ])('%s', (_name, zone, from, to, minutes) => {
    expect(new WorkingTime(office(zone)).minutesBetween(at(from), at(to))).toBe(minutes);
  });

  const nights = { working_days: WEEKDAYS, working_hours: { start: '00:00', end: '24:00' } };
  it.each([
    ['the day that loses an hour', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T22:00Z', 23 * 60],
    ['the day that gains one', 'Europe/Berlin', '2026-10-24T22:00Z', '2026-10-25T23:00Z', 25 * 60],
    ['midnight that is skipped', 'America/Sao_Paulo', '2018-11-04T03:00Z', '2018-11-05T02:00Z', 23 * 60],
    ['half an hour of summer', 'Australia/Lord_Howe', '2026-10-03T13:30Z', '2026-10-04T13:00Z', 23.5 * 60],
    ['a day that never was', 'Pacific/Apia', '2011-12-29T10:00Z', '2011-12-31T10:00Z', 48 * 60],
  ])('count what really passes: %s', (_name, zone, from, to, minutes) => {
    expect(new WorkingTime(office(zone, nights)).minutesBetween(at(from), at(to))).toBe(minutes);
  });

  it('do not count a skipped day’s hours twice', () => {
    const apia = new WorkingTime(office('Pacific/Apia'));
    // Thursday the 29th was followed by Saturday the 31st.
    expect(apia.minutesBetween(at('2011-12-25T00:00Z'), at('2012-01-01T00:00Z'))).toBe(4 * 9 * 60);
  });
});

describe('working days', () => {
  const berlin = new WorkingTime(office('Europe/Berlin'));

  it.each([
    ['half a day', '2026-03-04T08:00Z', '2026-03-04T12:30Z', 0.5],
    ['Friday’s last hour and Monday’s first', '2026-03-06T16:00Z', '2026-03-09T09:00Z', 2 / 9],
    ['a week', '2026-03-02T12:00Z', '2026-03-09T12:00Z', 5],
  ])('pass: %s', (_name, from, to, days) => {
    expect(berlin.daysBetween(at(from), at(to))).toBeCloseTo(days, 12);
  });

  it.each([
    ['2026-03-06T12:00Z', 1, '2026-03-09T12:00:00.000Z'],
    ['2026-03-07T12:00Z', 1, '2026-03-09T17:00:00.000Z'],
    ['2026-03-27T12:00Z', 1, '2026-03-30T11:00:00.000Z'],
    ['2026-03-04T12:00Z', 0, '2026-03-04T12:00:00.000Z'],
    ['2026-03-04T12:00Z', 4, '2026-03-10T12:00:00.000Z'],
  ])('are added: to %s %d', (from, days, expected) => {
    expect(new Date(berlin.addDays(at(from), days)).toISOString()).toBe(expected);
  });

  it.each([
    ['2026-03-06T22:59Z', true],
    ['2026-03-06T23:00Z', false],
    ['2026-03-08T22:59Z', false],
    ['2026-03-08T23:00Z', true],
  ])('are told by local clocks: %s', (time, expected) => {
    expect(berlin.isWorkingDay(at(time))).toBe(expected);
  });
});

describe('any calendar', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'Europe/Moscow',
    'America/New_York',
    'America/St_Johns',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Tehran',
    'Africa/Casablanca',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  );
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const calendars = fc
    .record({
      time_zone: zones,
      working_days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
      hours: fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 }),
    })
    .map(({ time_zone, working_days, hours }): WorkingCalendar => {
      const [start = 0, end = 0] = [...hours].sort((a, b) => a - b);
      return { time_zone, working_days, working_hours: { start: clock(start), end: clock(end) } };
    });
  const moments = fc.integer({ min: at('2011-12-01T00:00Z'), max: at('2027-01-01T00:00Z') });
  const spans = fc.array(fc.integer({ min: 0, max: 40 * DAY }), { minLength: 2, maxLength: 2 });

  it('adds up over any moment in between, and never falls', () => {
    fc.assert(
      fc.property(calendars, moments, spans, (calendar, from, [first = 0, second = 0]) => {
        const time = workingTimeOf(calendar);
        const [middle, to] = [from + first, from + first + second];
        const whole = time.minutesBetween(from, to);
        expect(time.minutesBetween(from, middle) + time.minutesBetween(middle, to)).toBeCloseTo(whole, 6);
        expect(whole).toBeGreaterThanOrEqual(time.minutesBetween(from, middle));
        expect(whole).toBeLessThanOrEqual((to - from) / MINUTE);
      }),
      { numRuns: 400 },
    );
  });

  it('sees nothing pass on days off', () => {
    fc.assert(
      fc.property(zones, moments, (zone, from) => {
        const time = workingTimeOf(office(zone));
        // Hour by hour: where no hour touches a working day, nothing passes.
        for (let hour = from; hour < from + 7 * DAY; hour += 60 * MINUTE)
          if (!time.isWorkingDay(hour) && !time.isWorkingDay(hour + 59 * MINUTE))
            expect(time.minutesBetween(hour, hour + 59 * MINUTE)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('adds the days that pass', () => {
    fc.assert(
      fc.property(calendars, moments, fc.double({ min: 0.01, max: 20, noNaN: true }), (calendar, from, days) => {
        const time = workingTimeOf(calendar);
        const to = time.addDays(from, days);
        expect(time.daysBetween(from, to)).toBeCloseTo(days, 3);
        expect(time.daysBetween(from, to - MINUTE)).toBeLessThan(days + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('is plain time when people work round the clock', () => {
    fc.assert(
      fc.property(moments, fc.nat(90 * DAY), (from, length) => {
        expect(workingTimeOf(ROUND_THE_CLOCK).minutesBetween(from, from + length)).toBe(length / MINUTE);
      }),
    );
  });
});

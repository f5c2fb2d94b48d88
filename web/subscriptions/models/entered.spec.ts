import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DigestSubscription } from '../../client/published.js';
import { changeBodyOf, enteredOf, fresh, newBodyOf, WEEKDAYS, withDay, withPeriod } from './entered.js';

const made = fresh('s', 'en', 'Europe/Berlin');
const stored: DigestSubscription = {
  ...{ id: 'i', account_scope_id: 's', name: 'Morning', channel: 'webhook', target: 'hooks.example', locale: 'ru' },
  ...{ period: 'week', days: ['wed'], hour: 9, time_zone: 'UTC', quiet_hours: { start: '21:00', end: '07:00' } },
  ...{ paused: false, paused_because: null, told_until: null },
  ...{ created_at: '2026-02-03T10:00:00.000Z', updated_at: '2026-02-03T10:00:00.000Z' },
};

describe('what is entered of a subscription', () => {
  it('is sent whole when it is new', () =>
    expect(newBodyOf({ ...made, name: ' Team ', address: ' https://hooks.example/x ' })).toEqual({
      ...{ account_scope_id: 's', channel: 'slack', address: 'https://hooks.example/x', name: 'Team', locale: 'en' },
      ...{ period: 'day', days: ['mon', 'tue', 'wed', 'thu', 'fri'], hour: 8, time_zone: 'Europe/Berlin' },
      quiet_hours: null,
    }));

  it('keeps the stored address, and what can’t be changed, when it is changed', () => {
    expect(changeBodyOf(enteredOf(stored))).toEqual({
      ...{ name: 'Morning', locale: 'ru', period: 'week', days: ['wed'], hour: 9, time_zone: 'UTC' },
      quiet_hours: { start: '21:00', end: '07:00' },
    });
    expect(changeBodyOf({ ...enteredOf(stored), address: 'https://a.example' }).address).toBe('https://a.example');
  });

  it('has one day where it is weekly, whatever is pressed', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...WEEKDAYS), fc.boolean())), (pressed) => {
        const days = pressed.reduce((entered, [day, on]) => withDay(entered, day, on), withPeriod(made, 'week')).days;
        expect(days).toHaveLength(1);
      }),
    ));

  it('keeps its days in the order of the week', () => {
    const without = withDay(made, 'wed', false);
    expect(without.days).toEqual(['mon', 'tue', 'thu', 'fri']);
    expect(withDay(withDay(without, 'sun', true), 'wed', true).days).toEqual([
      'mon',
      'tue',
      'wed',
      'thu',
      'fri',
      'sun',
    ]);
  });
});

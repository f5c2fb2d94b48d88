import { describe, expect, it } from '@jest/globals';
import { daysIn } from '../../../common/day.js';
import { workingTimeOf } from '../../../common/working-time/working-time.js';
import { workingDays } from './working-days.js';

const WEEK = daysIn('2026-03-02', '2026-03-08');

describe('working days', () => {
  it.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata'])(
    'are five of a week in %s',
    (time_zone) => {
      const isWorking = workingDays(
        workingTimeOf({
          time_zone,
          working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          working_hours: { start: '09:00', end: '18:00' },
        }),
      );
      expect(WEEK.filter(isWorking)).toHaveLength(5);
      expect(WEEK.filter(isWorking)).toEqual(WEEK.filter(isWorking));
    },
  );
});

import { ValidateBy } from 'class-validator';
import { isDay } from '../../common/day.js';

/** The field holds a day of the calendar, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy(
    { name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && isDay(value) } },
    { message: 'must be a day such as 2026-02-03' },
  );

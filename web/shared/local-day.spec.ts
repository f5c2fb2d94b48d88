import { expect, it } from '@jest/globals';
import { localDay } from './local-day.js';

it.each([0, 23])('at %d:30 it is the day at the person’s place', (hour) =>
  expect(localDay(new Date(2026, 1, 3, hour, 30).getTime())).toBe('2026-02-03'),
);

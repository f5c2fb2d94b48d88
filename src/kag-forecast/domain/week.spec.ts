import { describe, expect, it } from '@jest/globals';
import { learntUntil } from './week.js';

describe('the last day that models have learnt from', () => {
  it.each([
    ['a Monday', '2026-02-02', '2026-02-01'],
    ['a Wednesday', '2026-02-04', '2026-02-01'],
    ['a Sunday', '2026-02-08', '2026-02-01'],
    ['the Monday after', '2026-02-09', '2026-02-08'],
    ['a leap day', '2028-02-29', '2028-02-27'],
  ])('is the Sunday before %s', (_name, day, sunday) => expect(learntUntil(day)).toBe(sunday));
});

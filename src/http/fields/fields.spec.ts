import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsTrueOrFalse, toBoolean } from './boolean.js';
import { IsCount } from './count.js';
import { IsDateTime, toDateTime } from './date-time.js';
import { IsDay } from './day.js';
import { Fits } from './fits.js';
import { toList } from './list.js';
import { IsOneOf } from './one-of.js';
import { storable, trimmed } from './stored-text.js';
import { IsUuid } from './uuid.js';

/** What a field with this rule says of a value; none: it fits. */
function problemsOf(rule: PropertyDecorator, value: unknown): string[] {
  class Body {
    field = value;
  }
  rule(Body.prototype, 'field');
  return validateSync(new Body()).flatMap(({ constraints }) => Object.values(constraints ?? {}));
}

const DATE_TIME = 'must be a date, or a date and time with its zone, in ISO 8601';

describe('a field', () => {
  it.each<[string, PropertyDecorator, unknown, string[]]>([
    ['one of some words', IsOneOf(['a', 'b']), 'b', []],
    ['another word', IsOneOf(['a', 'b']), 'c', ['must be one of a, b']],
    ['words of a list', IsOneOf(['a', 'b'], { each: true }), ['a', 'b'], []],
    ['another word in a list', IsOneOf(['a', 'b'], { each: true }), ['a', 'c'], ['must be one of a, b']],
    ['an id', IsUuid(), '0e3cf6d8-3b5c-4e7f-9a10-6c8d2e4f0b13', []],
    ['half an id', IsUuid(), '0e3cf6d8', ['must be a uuid']],
    ['a day', IsDay(), '2026-02-28', []],
    ['a day that the calendar lacks', IsDay(), '2026-02-31', ['must be a day such as 2026-02-03']],
    ['false', IsTrueOrFalse(), false, []],
    ['a word for false', IsTrueOrFalse(), 'false', ['must be true or false']],
    ['a number within its limit', IsCount(5), 5, []],
    ['a number beyond its limit', IsCount(5), 6, ['must be 5 or less']],
    ['zero', IsCount(5), 0, ['must be 1 or more']],
    ['what its rule takes', Fits('isEven', 'must be even', (one) => one === 2), 2, []],
    ['what its rule refuses', Fits('isEven', 'must be even', (one) => one === 2), 3, ['must be even']],
    ['a moment', IsDateTime(), new Date(0), []],
    ['a text for a moment', IsDateTime(), '1', [DATE_TIME]],
  ])('takes or refuses %s', (_what, rule, value, problems) => {
    expect(problemsOf(rule, value)).toEqual(problems);
  });

  it.each<[(given: { value: unknown }) => unknown, unknown, unknown]>([
    [toBoolean, 'true', true],
    [toBoolean, 'false', false],
    [toBoolean, 'yes', 'yes'],
    [toDateTime, '2026-02-03', new Date('2026-02-03T00:00:00Z')],
    [toDateTime, '2026-02-03T10:00:00+03:00', new Date('2026-02-03T07:00:00Z')],
    [toDateTime, '2026-02-03T10:00:00', '2026-02-03T10:00:00'],
    [toDateTime, '1', '1'],
    [toList, 'a,b', ['a', 'b']],
    [toList, ['a,b', 'c', 4], ['a', 'b', 'c', 4]],
    [storable, ' a\0b\ud800', ' a b\ufffd'],
    [storable, 5, 5],
    [trimmed, ' a\0', 'a'],
    [trimmed, null, null],
  ])('is read by %p from %j as %j', (read, given, value) => {
    expect(read({ value: given })).toEqual(value);
  });
});

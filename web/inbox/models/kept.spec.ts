import { describe, expect, it } from '@jest/globals';
import { recommendation } from '../../../test/builders/inbox.js';
import { listedOf, neighbourOf, withKept } from './kept.js';

const rows = (...ids: string[]) => ids.map((id) => recommendation({ id }));
const kept = (id: string, place: number) => ({
  recommendation: recommendation({ id, status: 'done' }),
  place,
  newerThan: 'old',
});
const ids = (some: { id: string }[]) => some.map(({ id }) => id).join('');

describe('a list with those that are kept in sight', () => {
  it.each([
    ['at their place', rows('a', 'b'), [kept('x', 1)], 'axb'],
    ['several, each at its own', rows('a', 'b'), [kept('y', 3), kept('x', 0)], 'xaby'],
    ['at the end of a list that has become shorter', rows(), [kept('x', 5)], 'x'],
    ['as the list has them', rows('a', 'x'), [kept('x', 0)], 'ax'],
  ])('has them %s', (_where, listed, keeping, expected) => {
    expect(ids(withKept(listed, keeping))).toBe(expected);
  });

  it('shows the newer state until the list has one of its own', () =>
    expect(withKept([recommendation({ id: 'x', version: 'old' })], [kept('x', 0)])[0]?.status).toBe('done'));

  it('has the newer state of one that it lists', () =>
    expect(withKept(rows('x'), [kept('x', 0)])[0]?.status).toBe('new'));
});

it('what has left the list is not selected any more', () =>
  expect([...listedOf(new Set(['a', 'x']), rows('a', 'b'))]).toEqual(['a']));

it.each([
  ['abc', 'b', 'c'],
  ['abc', 'c', 'b'],
  ['abcd', 'bd', 'c'],
  ['a', 'a', null],
])('of %s, when %s leave, the next is %s', (all, leaving, next) =>
  expect(neighbourOf(rows(...all), new Set(leaving))).toBe(next),
);

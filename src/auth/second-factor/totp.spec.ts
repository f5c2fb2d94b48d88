import { describe, expect, it } from '@jest/globals';
import { firstStepOf, newSecret, stepOf, uriOf } from './totp.js';

/** The secret of RFC 6238's test vectors, "12345678901234567890" in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('at %i s is what RFC 6238 says', (seconds, code) => {
    expect(stepOf(SECRET, code, at(seconds), 0)).toBe(Math.floor(seconds / 30));
  });

  it('is good in its own half minute, and no longer', () => {
    expect([30, 59].map((seconds) => stepOf(SECRET, '287082', at(seconds), 0))).toEqual([1, 1]);
    expect([29, 60, 90].map((seconds) => stepOf(SECRET, '287082', at(seconds), 0))).toEqual([null, null, null]);
  });

  it('of a phone whose clock differs is good in the half minute of that clock', () => {
    expect([29, 59, 89, 90].map((seconds) => firstStepOf(SECRET, '287082', at(seconds)))).toEqual([
      { drift: 1, step: 1 },
      { drift: 0, step: 1 },
      { drift: -1, step: 1 },
      null,
    ]);
    expect([0, 29, 30].map((seconds) => stepOf(SECRET, '287082', at(seconds), 1))).toEqual([1, 1, null]);
    expect([59, 60, 89, 90].map((seconds) => stepOf(SECRET, '287082', at(seconds), -1))).toEqual([null, 1, 1, null]);
  });

  it.each(['', '28708', '2870822', 'abcdef', '287083'])('%j is none', (code) => {
    expect(stepOf(SECRET, code, at(59), 0)).toBeNull();
    expect(firstStepOf(SECRET, code, at(59))).toBeNull();
  });
});

it('a secret has 160 random bits, and a link for apps with the login', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  expect(uriOf(one, 'ann')).toMatch(new RegExp(`^otpauth://totp/KAG%20server:ann\\?.*secret=${one}`));
});

import { describe, expect, it } from '@jest/globals';
import { newSecret, stepOf, uriOf } from './totp.js';

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
    expect(stepOf(SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('is good half a minute before and after its own, and no longer', () => {
    expect([29, 59, 89].map((seconds) => stepOf(SECRET, '287082', at(seconds)))).toEqual([1, 1, 1]);
    expect([90, 120].map((seconds) => stepOf(SECRET, '287082', at(seconds)))).toEqual([null, null]);
  });

  it.each(['', '28708', '2870822', 'abcdef', '287083'])('%j is none', (code) => {
    expect(stepOf(SECRET, code, at(59))).toBeNull();
  });
});

it('a secret has 160 random bits, and a link for apps with the login', () => {
  const [one, other] = [newSecret(), newSecret()];
  expect(one).toMatch(/^[A-Z2-7]{32}$/);
  expect(one).not.toBe(other);
  expect(uriOf(one, 'ann')).toMatch(new RegExp(`^otpauth://totp/KAG%20server:ann\\?.*secret=${one}`));
});

import { describe, expect, it } from '@jest/globals';
import { authenticatedAt, loginsOf, rolesOf, saysSecondFactor, type Claims } from './claims.js';

const of = (claims: object): Claims => ({ sub: 'ann-1', ...claims });

describe('a second factor', () => {
  it.each([
    ['amr names it', { amr: ['pwd', 'mfa'] }, true],
    ['acr names it', { acr: 'gold' }, true],
    ['other words', { amr: ['pwd', 'otp'], acr: 'silver' }, false],
    ['no word', {}, false],
    ['claims of other kinds', { amr: { mfa: true }, acr: ['gold'] }, false],
  ])('%s', (_name, claims, says) => {
    expect(saysSecondFactor(of(claims), ['mfa'], ['gold'])).toBe(says);
  });

  it('is said by no acr where none is named', () => {
    expect(saysSecondFactor(of({ acr: 'gold' }), ['mfa'], null)).toBe(false);
  });
});

describe('roles', () => {
  const rules = [
    { value: 'team', scope_key: 'default', role: 'viewer' },
    { value: 'leads', scope_key: 'default', role: 'admin' },
    { value: 'team', scope_key: 'other', role: 'operator' },
  ] as const;

  it('are the highest that the values give in each scope', () => {
    expect(rolesOf(of({ groups: ['leads', 'team'] }), 'groups', rules)).toEqual(
      new Map([
        ['default', 'admin'],
        ['other', 'operator'],
      ]),
    );
  });

  it('come of a single value too, and of no other claim', () => {
    expect(rolesOf(of({ groups: 'leads' }), 'groups', rules)).toEqual(new Map([['default', 'admin']]));
    expect(rolesOf(of({ roles: ['leads'] }), 'groups', rules).size).toBe(0);
  });
});

describe('a login', () => {
  it.each([
    [{ preferred_username: 'Ann Lee' }, ['ann-lee', 'ann-lee-0123456789ab']],
    [{ preferred_username: 7, email: 'ann@example.com' }, ['ann@example.com', 'ann@example.com-0123456789ab']],
    [{}, ['ann-1', 'ann-1-0123456789ab']],
  ])('of %j', (claims, logins) => {
    expect(loginsOf(of(claims), 'preferred_username', '0123456789abcdef')).toEqual(logins);
  });

  it('is no longer than a login may be', () => {
    for (const login of loginsOf(of({ email: 'x'.repeat(400) }), 'email', 'f'.repeat(64)))
      expect(login.length).toBeLessThanOrEqual(120);
  });
});

it('the time of the proof is the provider’s, or unknown', () => {
  expect(authenticatedAt(of({ auth_time: 1_763_900_000 }))).toEqual(new Date(1_763_900_000_000));
  expect(authenticatedAt(of({ auth_time: '1763900000' }))).toBeNull();
  expect(authenticatedAt(of({}))).toBeNull();
});

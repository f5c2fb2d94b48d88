import { describe, expect, it } from '@jest/globals';
import { highestRole, lowestRole, reaches, roleIn, scopesWith, type Membership } from './roles.js';

const BOTH: Membership[] = [
  { account_scope_id: 'ours', role: 'operator' },
  { account_scope_id: 'theirs', role: 'admin' },
];

describe('roles', () => {
  it('include the ones before them', () => {
    expect([reaches('viewer', 'viewer'), reaches('viewer', 'operator'), reaches('admin', 'operator')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(reaches(null, 'viewer')).toBe(false);
  });

  it('are those of one scope', () => {
    expect([roleIn(BOTH, 'ours'), roleIn(BOTH, 'theirs'), roleIn(BOTH, 'another')]).toEqual([
      'operator',
      'admin',
      null,
    ]);
    expect([scopesWith(BOTH, 'admin'), scopesWith(BOTH, 'operator')]).toEqual([['theirs'], ['ours', 'theirs']]);
  });

  it('have a highest and a lowest, of those that there are', () => {
    expect([highestRole(BOTH), lowestRole(BOTH)]).toEqual(['admin', 'operator']);
    expect([highestRole([]), lowestRole([])]).toEqual([null, null]);
  });
});

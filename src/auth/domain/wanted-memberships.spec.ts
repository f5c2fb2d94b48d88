import { describe, expect, it } from '@jest/globals';
import type { Membership } from '../../http/index.js';
import { changedScopes, wantedMemberships } from './wanted-memberships.js';

const of = (account_scope_id: string, role: Membership['role']): Membership => ({ account_scope_id, role });
const NOW = [of('a', 'admin'), of('b', 'operator')];

describe('the memberships that are wanted', () => {
  it.each([
    ['nothing said', {}, NOW],
    ['a role for all', { role: 'viewer' as const }, [of('a', 'viewer'), of('b', 'viewer')]],
    ['a scope left', { account_scope_ids: ['b'] }, [of('b', 'operator')]],
    [
      'a scope joined, as the user is shown',
      { account_scope_ids: ['a', 'c'] },
      [of('a', 'admin'), of('c', 'operator')],
    ],
    [
      'a scope joined with a role',
      { account_scope_ids: ['a', 'c'], role: 'viewer' as const },
      [of('a', 'viewer'), of('c', 'viewer')],
    ],
    ['all scopes left', { account_scope_ids: [] }, []],
    ['each by itself', { memberships: [of('b', 'admin')] }, [of('b', 'admin')]],
  ])('%s', (_what, wanted, expected) => {
    expect(wantedMemberships(NOW, 'operator', wanted)).toEqual(expected);
  });

  it('tell in which scopes something changes', () => {
    expect(changedScopes(NOW, NOW)).toEqual([]);
    expect(changedScopes(NOW, [of('a', 'viewer'), of('b', 'operator'), of('c', 'viewer')])).toEqual(['a', 'c']);
    expect(changedScopes(NOW, [of('a', 'admin')])).toEqual(['b']);
  });
});

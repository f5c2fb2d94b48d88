import { describe, expect, it } from '@jest/globals';
import { boundSource, turnOf, type BoundSource } from './bound-source.js';

const bound = (external_id: string, filter: BoundSource['filter'] = {}, token: BoundSource['token'] = 'environment') =>
  boundSource({ externalId: external_id, filter, token });
const stored = (filter: BoundSource['filter']): BoundSource => ({ external_id: '1', filter, token: 'environment' });

describe('what becomes of what was read', () => {
  it.each<[string, BoundSource, BoundSource | null, string | null, string]>([
    ['the same source', bound('1'), bound('1'), null, 'stays'],
    ['another account', bound('1'), bound('2'), null, 'all_leaves'],
    ['no account any more', bound('1'), null, null, 'all_leaves'],
    ['the same ids in another order', bound('1', { a: [1, 2] }), bound('1', { a: [2, 1, 1], b: [] }), null, 'stays'],
    [
      'the same lists in the order that jsonb keeps',
      stored({ b: ['x'], aa: [1] }),
      bound('1', { b: ['x'], aa: [1] }),
      null,
      'stays',
    ],
    ['fewer ids', bound('1', { a: [1, 2] }), bound('1', { a: [1] }), null, 'outside_leaves'],
    ['other ids', bound('1', { a: [1] }), bound('1', { a: [2] }), null, 'outside_leaves'],
    ['ids where all was read', bound('1'), bound('1', { a: [1] }), null, 'outside_leaves'],
    ['more ids', bound('1', { a: [1] }), bound('1', { a: [1, 2] }), null, 'read_again'],
    ['ids of another kind beside them', bound('1', { a: [1] }), bound('1', { a: [1], b: ['x'] }), null, 'read_again'],
    ['all where some was read', bound('1', { a: [1] }), bound('1'), null, 'read_again'],
    ['the token’s own account, as before', bound(''), bound(''), null, 'stays'],
    ['the account of another owner’s token', bound('', {}, 'project'), bound(''), null, 'all_leaves'],
    ['a name for the account that the vendor had told', bound(''), bound('w'), 'w', 'stays'],
    ['a name that the vendor had not told', bound(''), bound('w'), 'v', 'all_leaves'],
    ['no name for the account any more', bound('w'), bound(''), 'w', 'all_leaves'],
  ])('%s', (_what, was, now, account, turn) => {
    expect(turnOf(was, now, account)).toBe(turn);
  });
});

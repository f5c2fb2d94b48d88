import { expect, it } from '@jest/globals';
import { facetsOf } from './facets.js';

it('counts what was found by its kind and by who said it', () => {
  const found = [
    { source_kind: 'message', sender: 'client' },
    { source_kind: 'message', sender: 'team' },
    { source_kind: 'note', sender: 'team' },
    { source_kind: 'issue', sender: null },
  ];
  expect(facetsOf(found)).toEqual({ source_kind: { message: 2, note: 1, issue: 1 }, sender: { client: 1, team: 2 } });
  expect(facetsOf([])).toEqual({ source_kind: {}, sender: {} });
});

import { describe, expect, it } from '@jest/globals';
import { ANCHORS, addressOf, placeIn } from './place.js';

describe('the pages of operations', () => {
  it.each([
    ['/ops', { page: 'overview' }],
    ['/v1/ops', { page: 'overview' }],
    ['/ops/', { page: 'overview' }],
    ['/ops/nothing-such', { page: 'overview' }],
    ['/ops/runs', { page: 'runs' }],
    ['/behind/ops/runs/', { page: 'runs' }],
    ['/ops/runs/0b8e4f52', { page: 'run', id: '0b8e4f52' }],
    ['/v1/ops/runs/a%20b', { page: 'run', id: 'a b' }],
    ['/ops/connectors', { page: 'connectors' }],
    ['/ops/quality', { page: 'quality' }],
    ['/ops/first-steps', { page: 'first' }],
  ])('are told by the path: %s', (path, place) => {
    expect(placeIn(path)).toEqual(place);
    expect(ANCHORS[placeIn(path).page]).toMatch(/^[a-z]+$/);
  });

  it('are addressed from the root of the server, about a project', () => {
    expect(addressOf('ops/runs', 'p 1')).toMatch(/\/ops\/runs\?project=p\+1$/);
    expect(addressOf('')).toMatch(/\/$/);
  });
});

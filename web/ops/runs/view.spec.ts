import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readView, searchOf, STATES, type View } from './view.js';

describe('which runs an address asks for', () => {
  it.each([
    ['', { all: false, job: '', state: '' }],
    ['?state=failed&job=linear_sync&all=true', { all: true, job: 'linear_sync', state: 'failed' }],
    ['?state=odd&job=DROP TABLE&all=1', { all: false, job: '', state: '' }],
  ])('%s', (search, view) => expect(readView(search)).toEqual(view));

  const views: fc.Arbitrary<View> = fc.record({
    all: fc.boolean(),
    job: fc.constantFrom('', 'linear_sync', 'kag_daily_pipeline'),
    state: fc.constantFrom('' as const, ...STATES),
  });

  it('is what the address was made of, and the project stays', () =>
    fc.assert(
      fc.property(views, views, (view, before) => {
        const search = searchOf(view, `?project=p&${searchOf(before, '')}`);
        expect(readView(search)).toEqual(view);
        expect(new URLSearchParams(search).get('project')).toBe('p');
      }),
    ));
});

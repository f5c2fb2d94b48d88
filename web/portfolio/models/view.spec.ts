import { describe, expect, it } from '@jest/globals';
import { EVERYTHING, isFiltered, readView, searchOf, type View } from './view.js';

const CATEGORIES = ['delivery_risk', 'winback'];
const read = (search: string) => readView(search, CATEGORIES);

describe('the address of a view', () => {
  it.each<[string, Partial<View>]>([
    ['', {}],
    ['q=Acme+%26+Co', { q: 'Acme & Co' }],
    ['sort=name&state=all', { sort: 'name', state: 'all' }],
    ['risk=client_risk&category=winback&mine=true', { risk: 'client_risk', category: 'winback', mine: true }],
  ])('%s', (search, view) => {
    expect(read(`?${search}`)).toEqual({ ...EVERYTHING, ...view });
    expect(searchOf({ ...EVERYTHING, ...view })).toBe(search);
  });

  it('asks for nothing that is not known', () =>
    expect(read('?sort=size&risk=weather&category=x&state=maybe&mine=1&other=1')).toEqual(EVERYTHING));

  it.each<[Partial<View>, boolean]>([
    [{}, false],
    [{ q: '  ' }, false],
    [{ sort: 'name', state: 'all' }, false],
    [{ q: 'a' }, true],
    [{ mine: true }, true],
    [{ state: 'ended' }, true],
  ])('%j leaves projects out: %s', (view, filtered) => expect(isFiltered({ ...EVERYTHING, ...view })).toBe(filtered));
});

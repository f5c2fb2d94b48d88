import { describe, expect, it } from '@jest/globals';
import { projectIn, readView, searchOf, stepOf, USUAL } from './view.js';

describe('the address of a project', () => {
  it('names it', () => {
    expect(projectIn('/projects/5f0c')).toBe('5f0c');
    expect(projectIn('/prefix/v1/projects/a%20b')).toBe('a b');
    expect(projectIn('/projects/%E0%A4%A')).toBeNull();
    expect(projectIn('/projects')).toBeNull();
  });

  it.each([
    ['', USUAL],
    ['?days=180&show=work', { days: 180, show: 'work' }],
    ['?days=17&show=weather', USUAL],
  ])('%s asks for a view', (search, view) => expect(readView(search)).toEqual(view));

  it('says what is not so anyway', () => {
    expect(searchOf(USUAL)).toBe('');
    expect(searchOf({ days: 30, show: 'money' })).toBe('days=30&show=money');
  });
});

it('takes fewer points of longer lines', () => expect([stepOf(90), stepOf(180), stepOf(365)]).toEqual([1, 2, 3]));

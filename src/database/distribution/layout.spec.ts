import { describe, expect, it } from '@jest/globals';
import { misplaced, placeOf, type PlacedTable } from './layout.js';

const table = (name: string, ofProject = true, placement: PlacedTable['placement'] = 'coordinator') => ({
  name,
  ofProject,
  placement,
});

describe('where a table belongs', () => {
  it.each([
    ['account_scopes', false, 'every server'],
    ['projects', false, 'every server'],
    ['rag_chunks', true, 'by project'],
    ['a_table_of_tomorrow', true, 'by project'],
    ['job_runs', true, 'coordinator'],
    ['scheduled_jobs', true, 'coordinator'],
    ['users', false, 'coordinator'],
  ])('%s', (name, ofProject, place) => expect(placeOf(table(name, ofProject))).toBe(place));
});

describe('what is out of its place', () => {
  it('is placed after what its keys lead to, and with the chunks', () => {
    const tables = ['actions', 'job_runs', 'projects', 'rag_chunks', 'kag_event_log'].map((name) =>
      table(name, name !== 'projects'),
    );
    const names = misplaced([...tables, table('account_scopes', false), table('users', false)]).map(({ name }) => name);
    expect(names).toEqual(['account_scopes', 'projects', 'rag_chunks', 'actions', 'kag_event_log']);
  });

  it('is a new table alone, once the others are in theirs', () => {
    const found = misplaced([
      table('projects', false, 'every server'),
      table('rag_chunks', true, 'by project'),
      table('a_table_of_tomorrow'),
      table('users', false),
    ]);
    expect(found.map(({ name }) => name)).toEqual(['a_table_of_tomorrow']);
  });
});

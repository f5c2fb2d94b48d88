import { describe, expect, it } from '@jest/globals';
import { isFiltered, queryOf, readView, searchOf, TO_DO, type View } from './view.js';

const CATEGORIES = ['delivery_risk', 'winback'];
const ID = '6a1f0c52-94d7-4f0b-8a2e-1b7c9d3e5f60';
const read = (search: string) => readView(search, CATEGORIES);

describe('the address of a view', () => {
  it.each<[string, Partial<View>]>([
    ['', {}],
    ['q=Acme+%26+Co', { q: 'Acme & Co' }],
    ['status=snoozed,done', { status: ['snoozed', 'done'] }],
    [
      `project=${ID}&category=winback&priority=5&due=week`,
      { project: ID, category: 'winback', priority: '5', due: 'week' },
    ],
    ['owner_role=finance_lead&mine=true', { owner_role: 'finance_lead', mine: true }],
    ['mine=true&sort=due', { mine: true, sort: 'due' }],
    ['unassigned=true', { unassigned: true }],
    [`assignee=%D0%9E%D0%BB%D1%8F&open=${ID}`, { assignee: 'Оля', open: ID }],
  ])('%s', (search, view) => {
    expect(read(`?${search}`)).toEqual({ ...TO_DO, ...view });
    expect(searchOf({ ...TO_DO, ...view })).toBe(search);
  });

  it('asks for nothing that is not known', () =>
    expect(
      read('?status=lost&project=1&category=x&owner_role=cook&priority=9&due=never&sort=size&open=2&mine=1'),
    ).toEqual(TO_DO));

  it('names one whose they are', () =>
    expect(read('?mine=true&unassigned=true&assignee=olga')).toEqual({ ...TO_DO, mine: true }));
});

describe('the query of a view', () => {
  it.each<[Partial<View>, string]>([
    [{}, 'over=false&status=new%2Cacknowledged'],
    [{ status: ['done'], open: ID }, 'status=done'],
    [{ owner_role: 'pm' }, 'owner_role=pm&over=false&status=new%2Cacknowledged'],
    [{ due: 'overdue' }, 'over=false&status=new%2Cacknowledged&due_before=2026-02-02'],
    [{ due: 'week', mine: true }, 'mine=true&over=false&status=new%2Cacknowledged&due_before=2026-02-10'],
  ])('%j', (view, query) => expect(queryOf({ ...TO_DO, ...view }, '2026-02-03')).toBe(query));
});

it.each<[Partial<View>, boolean]>([
  [{}, false],
  [{ status: ['done'], sort: 'due', open: ID }, false],
  [{ q: 'a' }, true],
  [{ due: 'today' }, true],
  [{ mine: true }, true],
])('%j leaves some out: %s', (view, filtered) => expect(isFiltered({ ...TO_DO, ...view })).toBe(filtered));

import { describe, expect, it } from '@jest/globals';
import { listed } from '../../../test/builders/listed.js';
import { fits, type PortfolioFilter } from './filter.js';
import type { ListedProject } from './listed.js';

const ANY: PortfolioFilter = { assignees: [], state: 'all' };
const project = (given: Partial<ListedProject> = {}) =>
  listed({
    name: 'Ёлка & Partners',
    open: [
      { category: 'delivery_risk', priority: 4, assignee: 'olga' },
      { category: 'finance_risk', priority: 3, assignee: null },
    ],
    risks: [
      { risk_type: 'client_risk', status: 'already', p14: null, usual: 0.1 },
      { risk_type: 'finance_risk', status: 'ok', p14: 0.2, usual: 0.1 },
      { risk_type: 'scope_risk', status: 'ok', p14: 0.104, usual: 0.1 },
      { risk_type: 'delivery_risk', status: 'not_enough_history', p14: null, usual: 0.1 },
    ],
    ...given,
  });

describe('a project', () => {
  it.each<[string, Partial<PortfolioFilter>, Partial<ListedProject>, boolean]>([
    ['whatever it is, where nothing is asked', {}, {}, true],
    ['by a part of its name in any case', { q: 'ёЛК' }, {}, true],
    ['not by another name', { q: 'elka' }, {}, false],
    ['by a risk that is there', { risk: 'client_risk' }, {}, true],
    ['by a risk above the usual', { risk: 'finance_risk' }, {}, true],
    ['not by a risk that reads as usual', { risk: 'scope_risk' }, {}, false],
    ['not by a risk of which nothing is known', { risk: 'delivery_risk' }, {}, false],
    ['by the category of what is open', { category: 'finance_risk' }, {}, true],
    ['not by another category', { category: 'winback' }, {}, false],
    ['by who does it, however that is written', { assignees: [' Olga '] }, {}, true],
    ['not by somebody else', { assignees: ['ivan'] }, {}, false],
    ['not by one of two', { assignees: ['olga', 'ivan'] }, {}, false],
    ['by needing attention', { attention: true }, {}, true],
    ['not by needing attention where nothing is wrong', { attention: true }, { open: [], risks: [] }, false],
    ['while it goes on', { state: 'going_on' }, {}, true],
    ['not among the ended ones while it goes on', { state: 'ended' }, {}, false],
    ['among the ended ones once it is over', { state: 'ended' }, { ended_on: '2026-02-03', over: true }, true],
    ['among those that go on while an end is planned', { state: 'going_on' }, { ended_on: '2026-02-03' }, true],
    ['by needing attention while an end is planned', { attention: true }, { ended_on: '2026-02-03' }, true],
    ['not by needing attention once it is over', { attention: true }, { ended_on: '2026-02-03', over: true }, false],
    [
      'not among those that go on once it is over',
      { state: 'going_on' },
      { ended_on: '2026-02-03', over: true },
      false,
    ],
  ])('is found %s', (_what, filter, given, found) => expect(fits({ ...ANY, ...filter }, project(given))).toBe(found));
});

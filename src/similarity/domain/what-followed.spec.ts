import { describe, expect, it } from '@jest/globals';
import { onset } from '../../../test/builders/project-runs.js';
import { cameAfter, followedOf } from './what-followed.js';

const END = '2026-03-01';
const TODAY = '2026-06-01';

describe('what followed on a window', () => {
  it.each<[string, Parameters<typeof cameAfter>[1], boolean | null]>([
    ['nothing', [], false],
    ['something on the day after', [onset('2026-03-02')], true],
    ['something on the thirtieth day', [onset('2026-03-31')], true],
    ['something later than that', [onset('2026-04-01')], false],
    ['something that was over by then', [onset('2026-02-01', '2026-03-01')], false],
    ['what was there already', [onset('2026-03-01', '2026-03-05')], null],
    ['what was there already, and came again', [onset('2026-02-01', '2026-03-05'), onset('2026-03-20')], null],
  ])('%s', (_what, onsets, came) => expect(cameAfter(END, onsets, TODAY)).toBe(came));

  it('is not known while the days after it are not over, unless it came', () => {
    expect(cameAfter(END, [], '2026-03-31')).toBeNull();
    expect(cameAfter(END, [], '2026-04-01')).toBe(false);
    expect(cameAfter(END, [onset('2026-03-05')], '2026-03-06')).toBe(true);
  });

  it('is counted on the cases beside all windows, risk by risk', () => {
    const none = { delivery_risk: [], finance_risk: [], client_risk: [], scope_risk: [] };
    const window = (project_id: string) => ({ project_id, window_end: END });
    const onsets = new Map([['a', { ...none, client_risk: [onset('2026-03-09')] }]]);
    const all = ['a', 'b', 'c', 'd'].map(window);
    expect(followedOf(['client_risk', 'scope_risk'], [window('a'), window('b')], all, onsets, TODAY)).toEqual([
      { risk_type: 'client_risk', cases: { came: 1, of: 2 }, usual: { came: 1, of: 4 } },
      { risk_type: 'scope_risk', cases: { came: 0, of: 2 }, usual: { came: 0, of: 4 } },
    ]);
  });
});

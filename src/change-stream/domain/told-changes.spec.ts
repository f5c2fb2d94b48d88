import { describe, expect, it } from '@jest/globals';
import type { Change } from './change.js';
import { OVERLAP_MS, ToldChanges } from './told-changes.js';

const START = Date.UTC(2026, 1, 6);
const at = (seconds: number) => new Date(START + seconds * 1000);
const change = (id: string, seconds: number, state = 'running'): Change => ({
  project_id: 'p',
  account_scope_id: 's',
  kind: 'run',
  what: 'chatwoot_sync',
  id,
  state,
  at: at(seconds),
});

describe('changes that were told', () => {
  it('are told once, however often they are found', () => {
    const told = new ToldChanges(at(0));
    const first = change('a', 1);
    expect(told.takeNew([first], at(2))).toEqual([first]);
    expect(told.takeNew([first, change('a', 3, 'succeeded')], at(4))).toEqual([change('a', 3, 'succeeded')]);
    expect(told.takeNew([first], at(6))).toEqual([]);
  });

  it('do not hide one that shows late', () => {
    const told = new ToldChanges(at(0));
    told.takeNew([change('a', 5)], at(6));
    expect(told.since).toEqual(new Date(at(6).getTime() - OVERLAP_MS));
    expect(told.takeNew([change('late', 4), change('a', 5)], at(8))).toEqual([change('late', 4)]);
  });

  it('leave the time behind that no look reaches any more', () => {
    const told = new ToldChanges(at(0));
    told.takeNew([], at(100));
    expect(told.since.getTime()).toBe(at(100).getTime() - OVERLAP_MS);
  });
});

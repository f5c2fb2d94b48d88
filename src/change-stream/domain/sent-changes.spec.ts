import { describe, expect, it } from '@jest/globals';
import type { StreamChange } from './change.js';
import { OVERLAP_MS, SentChanges } from './sent-changes.js';

const START = Date.UTC(2026, 1, 6);
const at = (seconds: number) => new Date(START + seconds * 1000);
const change = (id: string, seconds: number, state = 'running'): StreamChange => ({
  project_id: 'p',
  account_scope_id: 's',
  kind: 'run',
  what: 'chatwoot_sync',
  id,
  state,
  at: at(seconds),
});

describe('changes that were sent', () => {
  it('are sent once, however often they are found', () => {
    const sent = new SentChanges(at(0));
    const first = change('a', 1);
    expect(sent.takeNew([first], at(2))).toEqual([first]);
    expect(sent.takeNew([first, change('a', 3, 'succeeded')], at(4))).toEqual([change('a', 3, 'succeeded')]);
    expect(sent.takeNew([first], at(6))).toEqual([]);
  });

  it('do not hide one that shows late', () => {
    const sent = new SentChanges(at(0));
    sent.takeNew([change('a', 5)], at(6));
    expect(sent.since).toEqual(new Date(at(6).getTime() - OVERLAP_MS));
    expect(sent.takeNew([change('late', 4), change('a', 5)], at(8))).toEqual([change('late', 4)]);
  });

  it('leave the time behind that no look reaches any more', () => {
    const sent = new SentChanges(at(0));
    sent.takeNew([], at(100));
    expect(sent.since.getTime()).toBe(at(100).getTime() - OVERLAP_MS);
  });
});

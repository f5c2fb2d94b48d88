import { describe, expect, it } from '@jest/globals';
import { movedBy } from './moved-by.js';

const CALM = { blockers_age: 0, waiting_on_client_days: 0, stage_overdue: 0, client_sentiment: 0, activity_drop: 0 };

describe('what moved a score', () => {
  it('is nothing where nothing changed', () => expect(movedBy('project_health', CALM, CALM)).toEqual([]));

  it('takes from health what it adds to risk', () => {
    const blocked = { ...CALM, blockers_age: 7 };
    expect(movedBy('project_health', CALM, blocked)).toEqual([{ key: 'blockers', points: -50 }]);
    expect(movedBy('risk', CALM, blocked)).toEqual([{ key: 'blockers', points: 50 }]);
  });

  it('has the largest part first, and adds up to the change of the score', () => {
    const moves = movedBy('project_health', { ...CALM, stage_overdue: 5 }, { ...CALM, blockers_age: 3.5 });
    expect(moves).toEqual([
      { key: 'stage', points: 50 },
      { key: 'blockers', points: -25 },
    ]);
  });

  it('leaves out what is too little to see', () =>
    expect(movedBy('project_health', CALM, { ...CALM, activity_drop: 0.01 })).toEqual([]));

  it('takes a signal that came to be known as one that moved it', () => {
    const { blockers_age: _unknown, ...before } = CALM;
    expect(movedBy('risk', { ...before, response_time_median: 0 }, { ...CALM, blockers_age: 3.5 })).toEqual([
      { key: 'blockers', points: 25 },
    ]);
  });
});

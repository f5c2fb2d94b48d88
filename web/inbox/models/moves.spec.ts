import { describe, expect, it } from '@jest/globals';
import { MOVES, movesFrom } from '../../../src/kag-recommendations/domain/lifecycle.js';
import { STATUSES } from './recommendation.js';
import { isPossible, possible } from './moves.js';

const OVER = '2026-02-03T10:00:00Z';
const one = (status: (typeof STATUSES)[number], episode_ended_at: string | null = null) => ({
  status,
  episode_ended_at,
  assignee: 'olga',
});
const KIND_OF = { acknowledged: 'take', snoozed: 'snooze', done: 'done', dismissed: 'dismiss' } as const;

describe('what can be done with a recommendation', () => {
  it.each(STATUSES.flatMap((status) => [false, true].map((over) => [status, over] as const)))(
    'is what the server lets people do: %s, over %s',
    (status, over) => {
      const moves = Object.entries(KIND_OF).filter(([, kind]) =>
        isPossible(kind, one(status, over ? OVER : null), 'ann'),
      );
      expect(moves.map(([to]) => to).sort()).toEqual([...movesFrom(status, over)].sort());
    },
  );

  it('knows every status', () => expect(STATUSES).toEqual(Object.keys(MOVES)));

  it('is to take it, unless one has it', () =>
    expect([isPossible('mine', one('new'), 'ann'), isPossible('mine', one('new'), 'olga')]).toEqual([true, false]));

  it('of several is what one of them allows', () =>
    expect(possible([one('done'), one('acknowledged')], 'olga')).toEqual([
      'assign',
      'snooze',
      'take',
      'done',
      'dismiss',
    ]));
});

import { describe, expect, it } from '@jest/globals';
import { recommendation } from '../../test/builders/inbox.js';
import { ApiProblem } from '../client/api-problem.js';
import type { WantedBody } from '../client/published.js';
import type { Decisions } from './decisions.js';
import type { Outcome } from './models/outcome.js';
import type { Recommendation } from './models/recommendation.js';
import { Worklist } from './worklist.js';

const rows = (...ids: string[]) => ids.map((id) => recommendation({ id }));
const outcome = (given: Partial<Outcome>): Outcome => ({ kind: 'done', changed: [], stale: [], refused: [], ...given });

/** A list of a, b and c whose decisions end so, in turn; what is done leaves it. */
function given(...ends: (Outcome | Error)[]) {
  let listed: readonly Recommendation[] = rows('a', 'b', 'c');
  const seen = { decided: [] as unknown[], undone: [] as unknown[], focus: [] as unknown[], signedOut: 0 };
  let wanted: WantedBody | null = { status: 'done' };
  const end = async () => {
    const next = ends.shift();
    if (next === undefined || next instanceof Error) throw next ?? new Error('one decision too many');
    return next;
  };
  const decisions = {
    decide: (...decided: unknown[]) => {
      seen.decided.push(decided);
      return end();
    },
    undo: (changed: unknown) => {
      seen.undone.push(changed);
      return end();
    },
    lastChange: async () => ({ at: '2026-02-03T10:00:00Z', by: 'olga' }),
  } as unknown as Decisions;
  const worklist = new Worklist(decisions, {
    me: () => 'ann',
    rows: () => listed,
    refresh: async () => {
      const { news } = worklist.state.get();
      const gone = news?.phase === 'saved' ? [...news.outcome.changed, ...news.outcome.stale] : [];
      listed = listed.filter(({ id }) => !gone.some((one) => one.id === id));
    },
    wanted: async () => wanted,
    refocus: (ids) => seen.focus.push(ids),
    signedOut: () => seen.signedOut++,
  });
  return { worklist, seen, rows: () => listed, cancel: () => (wanted = null) };
}

describe('an action', () => {
  it('is made of those that it fits, and moves on to the next', async () => {
    const { worklist, seen } = given(outcome({ changed: rows('a', 'b') }));
    worklist.select(['a', 'b', 'c'], true);
    await worklist.act('done', [...rows('a', 'b'), recommendation({ id: 'x', status: 'done' })]);
    expect(seen.decided).toEqual([['done', rows('a', 'b'), { status: 'done' }]]);
    expect([...worklist.state.get().selected]).toEqual(['c']);
    expect(worklist.state.get().news).toMatchObject({ phase: 'saved' });
    expect(seen.focus).toEqual([['a', 'b', 'c']]);
  });

  it('is not made where it fits none, or the person wants it no more', async () => {
    const { worklist, seen, cancel } = given();
    await worklist.act('take', [recommendation({ status: 'acknowledged' })]);
    cancel();
    await worklist.act('done', rows('a'));
    expect(seen.decided).toEqual([]);
    expect(worklist.state.get().news).toBeNull();
  });

  it('is taken back once', async () => {
    const { worklist, seen } = given(outcome({ changed: rows('a') }), outcome({ kind: 'undo', changed: rows('a') }));
    await worklist.act('done', rows('a'));
    await worklist.undo();
    await worklist.undo();
    expect(seen.undone).toEqual([rows('a')]);
  });

  it('keeps in sight what somebody else was quicker with, until the person leaves it', async () => {
    const now = recommendation({ id: 'b', status: 'dismissed' });
    const { worklist } = given(outcome({ stale: [now] }));
    await worklist.act('done', rows('b'));
    const { kept, stale } = worklist.state.get();
    expect(kept).toEqual([{ recommendation: now, place: 1, newerThan: '0a1b2c3d4e5f6071' }]);
    expect(stale.get('b')).toMatchObject({ by: 'olga' });
    await worklist.leaveStale('b');
    expect(worklist.state.get()).toMatchObject({ kept: [], stale: new Map() });
  });

  it('that failed can be tried again, and says so where the session has ended', async () => {
    const { worklist, seen } = given(new ApiProblem(401, 'unauthorized', 'Log in.'), outcome({ changed: rows('a') }));
    await worklist.act('done', rows('a'));
    const { news } = worklist.state.get();
    expect([news?.phase, seen.signedOut]).toEqual(['failed', 1]);
    if (news?.phase === 'failed') await news.again();
    expect(worklist.state.get().news).toMatchObject({ phase: 'saved' });
  });
});

it('another list begins without selection, and the last action can still be taken back', async () => {
  const { worklist } = given(outcome({ changed: rows('a') }));
  await worklist.act('done', rows('a'));
  worklist.select(['b'], true);
  worklist.leaveList();
  expect(worklist.state.get()).toMatchObject({ selected: new Set(), news: { phase: 'saved' } });
});

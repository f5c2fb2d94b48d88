import { describe, expect, it } from '@jest/globals';
import { blockingOf } from './blocking.js';
import type { Incoming, LinearIssue } from './payloads.js';

const time = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();

function blocker(id: string, more: Partial<Incoming['issue']> = {}, type = 'blocks'): Incoming {
  const issue = { id, updatedAt: time(3), archivedAt: null, trashed: false, state: { type: 'started' }, ...more };
  return { id: `r-${id}`, type, createdAt: time(4), updatedAt: time(4), archivedAt: null, issue };
}

function issue(
  inverse: Incoming[],
  more: { state?: string; type?: string; labels?: string[]; trashed?: boolean } = {},
): LinearIssue {
  const { state = 'Todo', type = 'unstarted', labels = [], trashed = false } = more;
  const parts = {
    updatedAt: time(5),
    archivedAt: null,
    trashed,
    state: { id: 's', name: state, type },
    labels: { nodes: labels.map((name) => ({ id: name, name })) },
    inverseRelations: { nodes: inverse },
  };
  return parts as unknown as LinearIssue;
}

describe('blocked', () => {
  it.each<[string, LinearIssue, string[] | null]>([
    ['by an open issue', issue([blocker('b')]), ['b']],
    ['by two, named once each and in order', issue([blocker('c'), blocker('b'), blocker('c')]), ['b', 'c']],
    ['not by one that is done', issue([blocker('b', { state: { type: 'completed' } })]), null],
    ['not by one that is given up', issue([blocker('b', { state: { type: 'canceled' } })]), null],
    ['not by a duplicate', issue([blocker('b', { state: { type: 'duplicate' } })]), null],
    ['not by one in the archive', issue([blocker('b', { archivedAt: time(4) })]), null],
    ['not by one in the trash', issue([blocker('b', { trashed: true })]), null],
    ['not by one that is only related', issue([blocker('b', {}, 'related')]), null],
    ['by its state', issue([], { state: 'Blocked' }), []],
    ['by a label', issue([], { labels: ['on hold', 'is blocked!'] }), []],
    ['by a label in Russian', issue([], { labels: ['Заблокировано клиентом'] }), []],
    ['not by a label that says the contrary', issue([], { labels: ['unblocked', 'разблокировано'] }), null],
    ['never when it is done itself', issue([blocker('b')], { type: 'completed', labels: ['blocked'] }), null],
    ['never in the trash', issue([blocker('b')], { trashed: true }), null],
  ])('%s', (_name, one, by) => {
    const { blocked, blockedBy } = blockingOf(one);
    expect(blocked ? blockedBy : null).toEqual(by);
  });

  it('since its first open relation, or else its last change; and knows the newest change around it', () => {
    const late = blocker('b', { updatedAt: time(9) });
    expect(blockingOf(issue([late]))).toMatchObject({ since: time(4), latestChangeAt: time(9) });
    expect(blockingOf(issue([], { state: 'blocked' }))).toMatchObject({ since: time(5), latestChangeAt: time(5) });
    const done = blocker('b', { updatedAt: time(9), state: { type: 'completed' } });
    expect(blockingOf(issue([done]))).toMatchObject({ since: null, latestChangeAt: time(9) });
  });
});

import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';
import { raised } from '../../../test/support/signals-by-hand.js';

describe.each(['blocked-en', 'blocked-ru'])('%s', (key) => {
  it.each([
    ['a first sync', 60],
    ['a sync each week', 7],
  ])('ends with four issues blocked for over five days and a cycle that should be over, after %s', async (_, every) => {
    const story = await livedStory(key, every);
    const blocked = story.of('issue_blocked');
    expect(blocked).toHaveLength(4);
    expect(blocked.map(({ payload }) => payload['reason']).sort()).toEqual(['issue', 'issue', 'issue', 'state']);
    for (const { occurred_at } of blocked) {
      expect(occurred_at.getTime()).toBeGreaterThan(story.endOf(48).getTime());
      expect(occurred_at.getTime()).toBeLessThan(story.endOf(55).getTime());
    }
    expect(story.of('issue_unblocked')).toEqual([]);
    const completed = new Set(story.of('stage_completed').map(({ source_ref }) => source_ref));
    const open = story.of('stage_started').filter(({ source_ref }) => !completed.has(source_ref));
    expect(open).toHaveLength(1);
    expect(new Date(String(open[0]?.payload['due_at'])).getTime()).toBeLessThan(story.endOf(55).getTime());
    expect(raised(story.events, story.endOf(60))).toEqual({ blockers_age: 'critical', stage_overdue: 'critical' });
  });
});

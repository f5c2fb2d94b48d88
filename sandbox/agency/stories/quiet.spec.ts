import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';
import { raised, signalsByHand } from '../../../test/support/signals-by-hand.js';

const HOUR = 3_600_000;

describe.each(['quiet-en', 'quiet-ru'])('%s', (key) => {
  it('raises no signal at its end, nor in the day after it', async () => {
    const story = await livedStory(key);
    for (let hours = 0; hours <= 24; hours++) {
      const now = new Date(story.endOf(60).getTime() + hours * HOUR);
      expect(raised(story.events, now)).toEqual({});
    }
    expect(signalsByHand(story.events, story.endOf(60))['response_time_median']).toBeLessThan(60);
  });

  it('raises none on any evening before, but for weeks in which less happens than in others', async () => {
    const story = await livedStory(key);
    for (let day = 1; day <= 60; day++) {
      const { activity_drop: _, ...others } = raised(story.events, story.endOf(day));
      expect([day, others]).toEqual([day, {}]);
    }
  });

  it('keeps its one agreement, and finishes what it begins', async () => {
    const story = await livedStory(key);
    const [agreement] = story.of('agreement_created');
    const [approval] = story.of('approval_approved');
    expect(story.of('agreement_created')).toHaveLength(1);
    expect(approval?.payload['conversation_id']).toBe(agreement?.payload['conversation_id']);
    expect(approval?.occurred_at.getTime()).toBeLessThan(Date.parse(String(agreement?.payload['due_at'])));
    expect(story.of('issue_completed')).toHaveLength(story.of('issue_created').length);
    expect(story.of('issue_blocked')).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';
import { raised } from '../../../test/support/signals-by-hand.js';

describe.each(['upsell-en', 'upsell-ru'])('%s', (key) => {
  it('ends with a happy client who has paid over 100 000 and tells of three needs within a week', async () => {
    const story = await livedStory(key);
    expect(story.days('need_detected')).toEqual([55, 57, 59]);
    const revenue = story.of('finance_entry_recorded').filter(({ payload }) => payload['entry_type'] === 'revenue');
    expect(revenue).toHaveLength(2);
    expect(revenue.reduce((sum, { payload }) => sum + Number(payload['amount']), 0)).toBeGreaterThan(100_000);
    const moods = story
      .of('message_sent')
      .filter(({ actor }) => actor === 'client')
      .map(({ payload }) => Number(payload['sentiment_score']));
    expect(Math.min(...moods)).toBeGreaterThanOrEqual(0);
    expect(moods.reduce((sum, mood) => sum + mood, 0) / moods.length).toBeGreaterThan(0.5);
    expect(raised(story.events, story.endOf(60))).toEqual({});
  });
});

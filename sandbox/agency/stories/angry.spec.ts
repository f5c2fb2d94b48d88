import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';

describe.each(['angry-en', 'angry-ru'])('%s', (key) => {
  it('is content until day 50, and then says six times how bad it is', async () => {
    const story = await livedStory(key);
    const moods = story
      .of('message_sent')
      .filter(({ actor }) => actor === 'client')
      .map(({ occurred_at, payload }) => ({
        early: occurred_at < story.endOf(50),
        mood: Number(payload['sentiment_score']),
      }));
    expect(moods.filter(({ early, mood }) => early && mood < 0)).toEqual([]);
    expect(moods.filter(({ early }) => !early).length).toBe(6);
    expect(moods.filter(({ early, mood }) => !early && mood > -0.3)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';
import { raised } from '../../../test/support/signals-by-hand.js';

describe('lost-en', () => {
  it('has an angry client around day 20, who does not answer until day 34, and is quiet at the end', async () => {
    const story = await livedStory('lost-en');
    expect(raised(story.events, story.endOf(17))).not.toHaveProperty('client_sentiment');
    expect(raised(story.events, story.endOf(23))).toMatchObject({
      client_sentiment: 'critical',
      response_time_median: 'critical',
    });
    expect(raised(story.events, story.endOf(30))).toMatchObject({ waiting_on_client_days: 'critical' });
    expect(raised(story.events, story.endOf(60))).toEqual({});
  });

  it('moves its renewal to Lost on day 36, which a first look at the end tells too', async () => {
    const moves = (await livedStory('lost-en', 7)).of('deal_stage_changed');
    expect(moves.map(({ payload }) => payload['to'])).toEqual(['Negotiation', 'Lost']);
    const first = await livedStory('lost-en');
    expect(first.of('deal_stage_changed').map(({ payload }) => [payload['from'], payload['to']])).toEqual([
      [null, 'Lost'],
    ]);
    expect(first.days('deal_stage_changed')).toEqual([36]);
    expect(moves.at(-1)?.occurred_at.getTime()).toBeGreaterThan(first.endOf(35).getTime());
    expect(moves.at(-1)?.occurred_at.getTime()).toBeLessThan(first.endOf(36).getTime());
  });
});

describe('lost-ru', () => {
  it('is content to the end, and loses a deal on day 56 to another studio', async () => {
    const moods = (await livedStory('lost-ru'))
      .of('message_sent')
      .filter(({ actor }) => actor === 'client')
      .map(({ payload }) => Number(payload['sentiment_score']));
    expect(moods.filter((mood) => mood < -0.2)).toEqual([]);
    const weekly = await livedStory('lost-ru', 7);
    const moves = weekly.of('deal_stage_changed');
    expect(moves.map(({ payload }) => payload['to'])).toEqual(['Negotiation', 'Lost']);
    expect(moves.at(-1)?.occurred_at.getTime()).toBeGreaterThan(weekly.endOf(55).getTime());
    expect(raised(weekly.events, weekly.endOf(60))).toEqual({});
  });
});

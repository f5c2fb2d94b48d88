import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';
import { raised } from '../../../test/support/signals-by-hand.js';

describe('recovered-ru', () => {
  it('had a stage six days overdue and a cross client, and raises nothing in the end', async () => {
    const story = await livedStory('recovered-ru');
    expect(raised(story.events, story.endOf(26))).toMatchObject({ stage_overdue: 'critical' });
    expect(raised(story.events, story.endOf(22))).toMatchObject({ client_sentiment: 'warn' });
    // Her three complaints were answered after five, six and two hours, and count for four weeks.
    expect(raised(story.events, story.endOf(30))).toEqual({ response_time_median: 'warn' });
    expect(raised(story.events, story.endOf(60))).toEqual({});
  });

  it('had three issues blocked from day 18 to day 28, which only who looked before can tell', async () => {
    const weekly = await livedStory('recovered-ru', 7);
    expect(weekly.days('issue_blocked')).toEqual([18, 18, 18]);
    expect(weekly.days('issue_unblocked')).toEqual([28, 28, 28]);
    expect(raised(weekly.events, weekly.endOf(26))).toMatchObject({
      blockers_age: 'critical',
      stage_overdue: 'critical',
    });
    expect(raised(weekly.events, weekly.endOf(30))).toEqual({ response_time_median: 'warn' });
    expect((await livedStory('recovered-ru')).of('issue_blocked')).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';
import { raised } from '../../../test/support/signals-by-hand.js';

describe.each(['scope-creep-en', 'scope-creep-ru'])('%s', (key) => {
  it('ends with a week in which three of four messages of the client ask for more than was agreed', async () => {
    const story = await livedStory(key);
    const inLastWeek = (days: number[]) => days.filter((day) => day > 53).length;
    expect(story.days('scope_change_detected')).toHaveLength(3);
    expect(inLastWeek(story.days('scope_change_detected'))).toBe(3);
    const ofClient = story.of('message_sent').filter(({ actor }) => actor === 'client');
    expect(ofClient.filter(({ occurred_at }) => occurred_at > story.endOf(53))).toHaveLength(4);
    expect(raised(story.events, story.endOf(54))).not.toHaveProperty('scope_creep_rate');
    expect(raised(story.events, story.endOf(60))).toEqual({ scope_creep_rate: 'critical' });
  });
});

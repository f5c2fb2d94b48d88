import { describe, expect, it } from '@jest/globals';
import { livedStory } from '../../../test/support/lived-agency.js';
import { raised } from '../../../test/support/signals-by-hand.js';

describe.each(['silence-en', 'silence-ru'])('%s', (key) => {
  it('ends with two requests for approval and a client who has been silent for more than five days', async () => {
    const story = await livedStory(key);
    expect(story.days('approval_requested')).toEqual([54, 55]);
    const [asked, again] = story.of('approval_requested');
    expect(asked?.payload['conversation_id']).toBe(again?.payload['conversation_id']);
    expect(story.days('message_sent').at(-1)).toBe(55);
    expect(story.of('approval_approved')).toEqual([]);
    expect(raised(story.events, story.endOf(54))).toEqual({});
    expect(raised(story.events, story.endOf(60))).toEqual({ waiting_on_client_days: 'critical' });
  });
});

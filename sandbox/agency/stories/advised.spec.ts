import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Category } from '../../../src/kag-recommendations/domain/recommendation.js';
import { advisedStory } from '../../../test/support/advised-story.js';
import { livedStories, type LivedStory } from '../../../test/support/lived-agency.js';

/** When each recommendation opens, and when it is over; `…`: not within the sixty days. */
type AdvisedSpan = readonly [category: Category, from: number, to: number | '…'];

const ADVISED: readonly (readonly [story: string, expected: readonly AdvisedSpan[]])[] = [
  ['silence-en', [['waiting_on_client', 58, '…']]],
  ['silence-ru', [['waiting_on_client', 58, '…']]],
  ['scope-creep-en', [['scope_creep_change_request', 59, '…']]],
  ['scope-creep-ru', [['scope_creep_change_request', 59, '…']]],
  ['blocked-en', [['delivery_risk', 52, '…']]],
  ['blocked-ru', [['delivery_risk', 52, '…']]],
  ['over-budget-en', [['finance_risk', 52, '…']]],
  ['over-budget-ru', [['finance_risk', 52, '…']]],
  ['upsell-en', [['upsell_opportunity', 57, '…']]],
  ['upsell-ru', [['upsell_opportunity', 57, '…']]],
  ['angry-en', [['unhappy_client', 55, '…']]],
  ['angry-ru', [['unhappy_client', 52, '…']]],
  [
    'lost-en',
    [
      ['unhappy_client', 22, 38],
      ['waiting_on_client', 29, 37],
      ['winback', 36, '…'],
    ],
  ],
  ['lost-ru', [['winback', 56, '…']]],
  [
    'recovered-ru',
    [
      ['delivery_risk', 19, 30],
      ['unhappy_client', 22, 30],
    ],
  ],
  ['quiet-en', []],
  ['quiet-ru', []],
];

describe('what is recommended to a client, evening by evening', () => {
  let stories: Map<string, LivedStory>;

  beforeAll(async () => {
    stories = await livedStories(
      ADVISED.map(([story]) => story),
      7,
    );
  });

  it.each(ADVISED)('%s', (story, expected) => {
    const advised = advisedStory(stories.get(story)!);
    expect(advised.map(({ category, from, to }) => [category, from, to ?? '…'])).toEqual(expected);
    expect(advised.filter(({ shown }) => !shown)).toEqual([]);
  });
});

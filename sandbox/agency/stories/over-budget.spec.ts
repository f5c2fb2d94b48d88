import { describe, expect, it } from '@jest/globals';
import { livedStory, type LivedStory } from '../../../test/support/lived-agency.js';
import { raised, signalsByHand } from '../../../test/support/signals-by-hand.js';

const amounts = (story: LivedStory, type: string) =>
  story
    .of('finance_entry_recorded')
    .filter(({ payload }) => payload['entry_type'] === type)
    .map(({ payload }) => Number(payload['amount']));

describe.each(['over-budget-en', 'over-budget-ru'])('%s', (key) => {
  it('ends with costs a quarter above the plan, and nothing else to say', async () => {
    const story = await livedStory(key);
    expect(amounts(story, 'planned_budget')).toHaveLength(1);
    expect(amounts(story, 'cost')).toHaveLength(1);
    expect(signalsByHand(story.events, story.endOf(60))['budget_burn_rate']).toBe(1.25);
    expect(raised(story.events, story.endOf(60))).toEqual({ budget_burn_rate: 'critical' });
  });

  it('shows the costs grow, to who looks every week', async () => {
    const story = await livedStory(key, 7);
    const costs = amounts(story, 'cost');
    expect(costs.length).toBeGreaterThanOrEqual(8);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    const burn = (day: number) => signalsByHand(story.events, story.endOf(day))['budget_burn_rate'];
    expect(burn(38)).toBeLessThan(1);
    expect(burn(45)).toBeGreaterThan(1);
    expect(burn(45)).toBeLessThan(1.1);
    expect(burn(60)).toBe(1.25);
  });
});

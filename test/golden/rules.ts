import type { MeasureKey, Situation } from '../../src/kag-recommendations/domain/situation.js';
import type { Category } from './types.js';

/** What causes look at, and which recommendations open, before any gate. */
export interface GoldenRule {
  name: string;
  /** Those that are not named are not known. */
  measures: Partial<Record<MeasureKey, number>>;
  chances?: Situation['chances'];
  expected: [Category, 3 | 4 | 5][];
}

const delivery = (p14: number): Situation['chances'] => ({
  delivery_risk: { p14, usual: 0.06, threshold: 0.25, raised_by: ['blockers_age'] },
});

/** Causes at their edges and just short of them. */
export const RULES: GoldenRule[] = [
  { name: 'nothing', measures: {}, expected: [] },

  { name: 'waiting for 2 days', measures: { waiting_days: 2 }, expected: [['waiting_on_client', 4]] },
  { name: 'waiting for less', measures: { waiting_days: 1.999 }, expected: [] },
  { name: 'waiting for 5 days', measures: { waiting_days: 5 }, expected: [['waiting_on_client', 5]] },

  { name: 'asked 16 hours ago', measures: { asked_hours: 16 }, expected: [['answer_the_client', 4]] },
  { name: 'asked 32 hours ago', measures: { asked_hours: 32 }, expected: [['answer_the_client', 5]] },

  { name: 'three wishes in a week', measures: { scope_requests: 3 }, expected: [['scope_creep_change_request', 4]] },
  { name: 'fewer wishes', measures: { scope_requests: 2 }, expected: [] },

  { name: 'two blocked for 2.5 days', measures: { blocked_days: 5 }, expected: [['delivery_risk', 4]] },
  { name: 'five blocked for 3 days', measures: { blocked_days: 15 }, expected: [['delivery_risk', 5]] },
  {
    name: 'blocked and likely',
    measures: { blocked_days: 2 },
    chances: delivery(0.25),
    expected: [['delivery_risk', 3]],
  },
  { name: 'blocked and less likely', measures: { blocked_days: 2 }, chances: delivery(0.249), expected: [] },
  { name: 'likely, and nothing to show for it', measures: { blocked_days: 1.9 }, chances: delivery(0.9), expected: [] },

  { name: 'a burn of 1.1', measures: { overrun: 0.1 }, expected: [['finance_risk', 4]] },
  { name: 'a burn of less', measures: { overrun: 0.0999 }, expected: [] },
  { name: 'a burn of 1.3', measures: { overrun: 0.3 }, expected: [['finance_risk', 5]] },
  { name: 'a margin of 20 %', measures: { margin_shortfall: 0.15 }, expected: [['finance_risk', 4]] },

  { name: 'angry, and all of it', measures: { low_mood: 0.5, negative_share: 0.5 }, expected: [['unhappy_client', 5]] },
  { name: 'upsell 65', measures: { needs: 2, upsell: 65 }, expected: [['upsell_opportunity', 4]] },
  { name: 'upsell less than 65', measures: { needs: 2, upsell: 64.999 }, expected: [] },
  { name: 'upsell less than 80', measures: { needs: 3, upsell: 79.999 }, expected: [['upsell_opportunity', 4]] },
  { name: 'upsell 80', measures: { needs: 3, upsell: 80 }, expected: [['upsell_opportunity', 5]] },
  { name: 'upsell 90, and no need voiced', measures: { needs: 0, upsell: 90 }, expected: [] },
  {
    name: 'upsell 90, and a client who waits',
    measures: { needs: 3, upsell: 90, asked_hours: 16 },
    expected: [['answer_the_client', 4]],
  },

  {
    name: 'everything at once, in the order of the table',
    measures: {
      waiting_days: 6,
      asked_hours: 16,
      scope_requests: 5,
      blocked_days: 20,
      overrun: 0.2,
      low_mood: 0.3,
      negative_share: 0.4,
      needs: 3,
      upsell: 90,
    },
    expected: [
      ['waiting_on_client', 5],
      ['answer_the_client', 4],
      ['scope_creep_change_request', 5],
      ['delivery_risk', 5],
      ['finance_risk', 4],
      ['unhappy_client', 4],
    ],
  },
  {
    name: 'a lost deal, whatever else the client does',
    measures: { deal_lost: 1, waiting_days: 6, low_mood: 0.9, negative_share: 0.9, asked_hours: 16 },
    expected: [
      ['answer_the_client', 4],
      ['winback', 5],
    ],
  },
];

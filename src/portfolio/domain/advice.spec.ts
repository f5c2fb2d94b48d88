import { expect, it } from '@jest/globals';
import { inOrder } from './advice.js';

it('orders advice by urgency, then by the day that it is due, then by its category', () => {
  const advice = [
    { priority: 5, due_date: '2026-02-09', category: 'winback' },
    { priority: 4, due_date: '2026-02-03', category: 'delivery_risk' },
    { priority: 4, due_date: '2026-02-03', category: 'finance_risk' },
    { priority: 4, due_date: '2026-02-04', category: 'answer_the_client' },
    { priority: 3, due_date: '2026-02-01', category: 'answer_the_client' },
  ];
  expect(inOrder(advice.toReversed())).toEqual(advice);
});

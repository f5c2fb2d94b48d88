import { describe, expect, it } from '@jest/globals';
import { eventsOf, type Given } from '../../../../test/builders/domain-events.js';
import { ROUND_THE_CLOCK } from '../../../common/working-time/calendar.js';
import { workingTimeOf } from '../../../common/working-time/working-time.js';
import { readState } from '../read-state.js';
import { fold, startState } from '../state.js';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const ago = (days: number) => NOW - days * 86_400_000;

function readingOf(...events: Given[]) {
  const state = startState();
  for (const one of eventsOf(events)) fold(state, one);
  return readState('project', state, NOW, workingTimeOf(ROUND_THE_CLOCK));
}
const read = (...events: Given[]) => readingOf(...events).signals;
const entry = (deal_id: string, entry_type: string, amount: number, days: number, more: object = {}): Given => [
  'finance_entry_recorded',
  ago(days),
  { entry_id: `${deal_id}:${entry_type}`, entry_type, amount, deal_id, deal_name: `Deal ${deal_id}`, ...more },
];

describe('the money of deals', () => {
  it('names the worst deal, and how fast it burns', () => {
    const signals = read(
      entry('a', 'planned_budget', 1000, 60),
      entry('b', 'planned_budget', 1000, 60),
      entry('a', 'cost', 100, 50),
      entry('b', 'cost', 100, 50),
      entry('a', 'cost', 240, 30),
      entry('a', 'cost', 800, 2),
    );
    expect(signals.budget_burn_rate).toMatchObject({
      value: 0.8,
      details: {
        deal: 'Deal a',
        planned_budget: 1000,
        cost: 800,
        slope_per_day: expect.closeTo((800 - 240) / 1000 / 28, 12),
        deals_with_plan: 2,
      },
    });
  });

  it.each<[string, Given[], number]>([
    ['since its first amount where that is younger', [entry('a', 'cost', 100, 14), entry('a', 'cost', 240, 1)], 10],
    ['over a week at least', [entry('a', 'cost', 100, 2), entry('a', 'cost', 170, 1)], 10],
    ['not at all by one amount', [entry('a', 'cost', 100, 14)], 0],
    ['not below 0 where cost was taken back', [entry('a', 'cost', 300, 14), entry('a', 'cost', 100, 1)], 0],
    ['not by what came long ago', [entry('a', 'cost', 1, 90), entry('a', 'cost', 300, 60)], 0],
  ])('draws its slope %s', (_name, costs, slope) => {
    const { details } = read(entry('a', 'planned_budget', 1000, 95), ...costs).budget_burn_rate;
    expect(details['slope_per_day']).toBeCloseTo(slope / 1000, 12);
  });

  it('tells the margin of the worst deal, and by how much a day it shrinks', () => {
    const signals = read(
      entry('a', 'revenue', 1000, 60),
      entry('b', 'revenue', 9000, 60),
      entry('a', 'cost', 440, 28),
      entry('b', 'cost', 100, 28),
      entry('a', 'cost', 720, 3),
    );
    expect(signals.margin_risk).toMatchObject({
      value: expect.closeTo((0.35 - 0.28) / 0.35, 12),
      details: { deal: 'Deal a', margin: expect.closeTo(0.28, 12), margin_slope_per_day: expect.closeTo(0.01, 12) },
    });
  });

  it.each<[string, Given[]]>([
    ['its stage says so', [entry('a', 'planned_budget', 100, 9, { deal_status: 'lost' }), entry('a', 'cost', 150, 8)]],
    [
      'its stage came to say so',
      [
        entry('a', 'planned_budget', 100, 9, { deal_status: 'open' }),
        entry('a', 'cost', 150, 8, { deal_status: 'open' }),
        ['deal_stage_changed', ago(1), { deal_id: 'a', deal_status: 'lost' }],
      ],
    ],
    [
      'its value is gone, in events of before a status was told',
      [
        entry('a', 'expected_revenue', 500, 9),
        entry('a', 'planned_budget', 100, 9),
        entry('a', 'cost', 150, 8),
        entry('a', 'expected_revenue', 0, 7),
      ],
    ],
  ])('does not count a deal that is lost: %s', (_name, lost) => {
    expect(read(...lost)).toMatchObject({ budget_burn_rate: { known: false }, margin_risk: { known: false } });
    const other = [entry('b', 'planned_budget', 100, 9), entry('b', 'cost', 50, 9)];
    expect(read(...lost, ...other).budget_burn_rate).toMatchObject({ value: 0.5, details: { deal: 'Deal b' } });
    expect(readingOf(...lost, ...other).facts).toMatchObject({ cost: 50, planned_budget: 100 });
    expect(readingOf(...lost, entry('b', 'cost', 50, 9)).facts.planned_budget ?? 0).toBe(0);
  });

  it('counts a deal again that is taken up once more', () => {
    const signals = read(
      entry('a', 'planned_budget', 100, 9, { deal_status: 'lost' }),
      entry('a', 'cost', 150, 8, { deal_status: 'lost' }),
      ['deal_stage_changed', ago(1), { deal_id: 'a', deal_status: 'open' }],
    );
    expect(signals.budget_burn_rate.value).toBe(1.5);
  });

  it('tells cost without a plan as what it is, with what shows it', () => {
    expect(read(entry('a', 'cost', 150, 8)).budget_burn_rate).toMatchObject({
      known: false,
      status: 'unknown',
      details: { planned_budget: null, cost: 150 },
      evidence_refs: [{ source_pk: 'm1' }],
    });
  });
});

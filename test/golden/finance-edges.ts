import { CALM, NOW, UNKNOWN } from './calm.js';
import { recorded } from './events.js';
import type { GoldenHistory } from './types.js';

/** Costs without plan or price, corrected amounts, thin margins. */
export const FINANCE_EDGES: GoldenHistory[] = [
  {
    name: 'finance: cost without a plan and without a price',
    now: NOW,
    events: [
      recorded('2026-05-11T12:00Z', 'd1:cost', 'cost', 3000, ['deal:d1']), // 20 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // nothing to hold it against: no plan, and no deal that brings anything in
        budget_burn_rate: { ...UNKNOWN, evidence: ['deal:d1'] },
        margin_risk: { ...UNKNOWN, evidence: ['deal:d1'] },
      },
      facts: { ...CALM.facts, cost: 3000 },
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'finance: the latest amount of each entry counts, whenever it arrived',
    now: NOW,
    events: [
      recorded('2026-05-01T12:00Z', 'p1', 'planned_budget', 10000, ['deal:d1']), // 30 d ago
      recorded('2026-05-11T12:00Z', 'p1', 'planned_budget', 20000, ['deal:d1']), // 20 d ago
      recorded('2026-05-03T12:00Z', 'k1', 'cost', 5000, ['deal:d1']), // 28 d ago
      recorded('2026-05-12T12:00Z', 'k1', 'cost', 15000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'k2', 'cost', 3000, ['deal:d1']), // 18 d ago
      recorded('2026-05-02T12:00Z', 'r1', 'revenue', 40000, ['deal:d1']), // 29 d ago
      recorded('2026-05-14T12:00Z', 'r1', 'revenue', 0, ['deal:d1']), // 17 d ago; no longer won
      recorded('2026-05-15T12:00Z', 'r2', 'revenue', 24000, ['deal:d1']), // 16 d ago
      recorded('2026-05-06T12:00Z', 'p1', 'planned_budget', 99000, ['deal:d1']), // 25 d ago; known late, and no longer so
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: { value: (15000 + 3000) / 20000, status: 'ok' },
        // a margin of 6000 / 24000
        margin_risk: { value: (0.35 - 0.25) / 0.35, status: 'warn' },
      },
      facts: { ...CALM.facts, revenue: 24000, cost: 18000, planned_budget: 20000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 45.56, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'finance: a margin of a tenth is worth a review',
    now: NOW,
    events: [
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 9000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 9000, ['deal:d1']), // 19 d ago
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 10000, ['deal:d1']), // 17 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: { value: 9000 / 9000, status: 'ok' },
        // a margin of 1000 / 10000
        margin_risk: { value: (0.35 - 0.1) / 0.35, status: 'critical', evidence: ['deal:d1'] },
      },
      facts: { ...CALM.facts, revenue: 10000, cost: 9000, planned_budget: 9000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 18.44, band: 'critical' },
      },
      outcomes: { finance_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'finance: a thin margin, and a gate that asks for better evidence',
    now: NOW,
    events: [
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 8000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 5000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd2:cost', 'cost', 3000, ['deal:d2'], { deal_id: 'd1' }), // 18 d ago; of d1, though another record shows it
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 10000, ['deal:d1']), // 17 d ago
    ],
    gate: { min_count: 2, min_quality: 0.6, allow_secondary_only: false },
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: { value: (5000 + 3000) / 8000, status: 'ok' },
        // a margin of 2000 / 10000
        margin_risk: { value: (0.35 - 0.2) / 0.35, status: 'critical' },
      },
      facts: { ...CALM.facts, revenue: 10000, cost: 8000, planned_budget: 8000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 31.43, band: 'low' },
      },
      outcomes: { finance_risk: 4 },
      silences: [],
    },
  },
];

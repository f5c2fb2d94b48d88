import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, recorded } from './events.js';
import type { GoldenHistory } from './types.js';

/** What a project costs against its plan and its price. */
export const FINANCE: GoldenHistory[] = [
  {
    name: 'finance: half the plan spent, a good margin, and so nothing to forecast',
    now: NOW,
    events: [
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 40000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 20000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:revenue', 'revenue', 50000, ['deal:d1']), // 18 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: { value: 20000 / 40000, status: 'ok' },
        // a margin of 0.6
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 50000, cost: 20000, planned_budget: 40000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 72.73, band: 'medium' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'finance: a fifth over the plan of two deals',
    now: NOW,
    events: [
      recorded('2026-05-10T12:00Z', 'd1:revenue', 'revenue', 60000, ['deal:d1']), // 21 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 6000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd2:planned', 'planned_budget', 4000, ['deal:d2']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 7200, ['deal:d1']), // 18 d ago
      recorded('2026-05-14T12:00Z', 'd2:cost', 'cost', 4800, ['deal:d2']), // 17 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: {
          value: 7200 / 6000,
          status: 'critical',
          evidence: ['deal:d2', 'deal:d1'],
        },
        // a margin of 0.8
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 60000, cost: 12000, planned_budget: 10000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 78.18, band: 'medium' },
      },
      outcomes: { finance_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'finance: a tenth over the plan',
    now: NOW,
    events: [
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 11000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:revenue', 'revenue', 20000, ['deal:d1']), // 18 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: { value: 11000 / 10000, status: 'warn' },
        // a margin of 0.45
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 20000, cost: 11000, planned_budget: 10000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 56.36, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'finance: a deal that is lost burns nothing',
    now: NOW,
    events: [
      ...AROUND,
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000, ['deal:d1'], { deal_status: 'lost' }), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 15000, ['deal:d1'], { deal_status: 'lost' }), // 19 d ago
      recorded('2026-05-12T12:00Z', 'd2:planned', 'planned_budget', 10000, ['deal:d2']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd2:cost', 'cost', 5000, ['deal:d2']), // 18 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: OK,
        stage_overdue: OK,
        client_sentiment: OK,
        scope_creep_rate: OK,
        budget_burn_rate: { value: 5000 / 10000, status: 'ok' },
      },
      facts: { ...CALM.facts, cost: 5000, planned_budget: 10000 },
      scores: {
        ...CALM.scores,
        project_health: { value: 100, band: 'low' },
        risk: { value: 0, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'finance: an open deal is held against what it is to bring in',
    now: NOW,
    events: [
      ...AROUND,
      recorded('2026-05-11T12:00Z', 'd1:value', 'expected_revenue', 10000, ['deal:d1']), // 20 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 2000, ['deal:d1']), // 18 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: OK,
        stage_overdue: OK,
        client_sentiment: OK,
        scope_creep_rate: OK,
        // a margin of 0.8
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 0, cost: 2000 },
      scores: {
        ...CALM.scores,
        project_health: { value: 100, band: 'low' },
        risk: { value: 0, band: 'low' },
        client_value: { value: 56.25, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
import { blocked, clientAsksForMore, recorded } from './events.js';
import type { GoldenHistory } from './types.js';

/** What similar cases do to the forecasts of delivery, money and scope. */
export const SIMILAR_PROJECTS: GoldenHistory[] = [
  {
    name: 'similar: projects that went wrong, not badly enough for the highest priority',
    now: NOW,
    events: [
      recorded('2026-05-10T12:00Z', 'd1:revenue', 'revenue', 60000, ['deal:d1']), // 21 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 6000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd2:planned', 'planned_budget', 4000, ['deal:d2']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 7200, ['deal:d1']), // 18 d ago
      recorded('2026-05-14T12:00Z', 'd2:cost', 'cost', 4800, ['deal:d2']), // 17 d ago
      blocked('2026-05-17T12:00Z', 'i3', ['issue:i3']), // 14 d ago
      blocked('2026-05-19T12:00Z', 'i2', ['issue:i2']), // 12 d ago
      blocked('2026-05-21T12:00Z', 'i1', ['issue:i1']), // 10 d ago
    ],
    similar_cases: [
      {
        similarity: 0.5,
        outcomes: [
          { type: 'delivery_risk', severity: 4, evidence: [] },
          { type: 'finance_risk', severity: 4, evidence: [] },
        ],
      },
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: (14 + 12 + 10) / 3, status: 'critical', details: { open_blockers: 3 } },
        budget_burn_rate: { value: 7200 / 6000, status: 'critical' },
        // a margin of 0.8
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 60000, cost: 12000, planned_budget: 10000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 78.18, band: 'medium' },
      },
      outcomes: { delivery_risk: 5, finance_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'similar: projects that went as wrong as can be',
    now: NOW,
    events: [
      recorded('2026-05-10T12:00Z', 'd1:revenue', 'revenue', 60000, ['deal:d1']), // 21 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 6000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd2:planned', 'planned_budget', 4000, ['deal:d2']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 7200, ['deal:d1']), // 18 d ago
      recorded('2026-05-14T12:00Z', 'd2:cost', 'cost', 4800, ['deal:d2']), // 17 d ago
      blocked('2026-05-17T12:00Z', 'i3', ['issue:i3']), // 14 d ago
      blocked('2026-05-19T12:00Z', 'i2', ['issue:i2']), // 12 d ago
      blocked('2026-05-21T12:00Z', 'i1', ['issue:i1']), // 10 d ago
      clientAsksForMore('2026-05-30T12:00Z', ['message:1', 'doc:extra']), // 1 d ago
    ],
    similar_cases: [
      {
        similarity: 0.5,
        outcomes: [
          { type: 'delivery_risk', severity: 5, evidence: [] },
          { type: 'finance_risk', severity: 5, evidence: [] },
        ],
      },
      {
        similarity: 0.25,
        outcomes: [
          { type: 'scope_risk', severity: 4, evidence: [] },
          { type: 'scope_risk', severity: 5, evidence: [] },
        ],
      },
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: (14 + 12 + 10) / 3, status: 'critical', details: { open_blockers: 3 } },
        scope_creep_rate: { value: 1 / 1, status: 'critical' },
        budget_burn_rate: { value: 7200 / 6000, status: 'critical' },
        // a margin of 0.8
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 60000, cost: 12000, planned_budget: 10000, scope_changes_7d: 1 },
      scores: {
        ...CALM.scores,
        client_value: { value: 78.18, band: 'medium' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 5, finance_risk: 4 },
      silences: [],
    },
  },
];

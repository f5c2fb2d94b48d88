import { CALM, NOW } from './calm.js';
import { blocked, clientAsksForMore, recorded } from './events.js';
import { FINANCE_RISK } from './recommended.js';
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
      blocked('2026-05-11T12:00Z', 'i3', ['issue:i3']), // 20 d ago
      blocked('2026-05-13T12:00Z', 'i2', ['issue:i2']), // 18 d ago
      blocked('2026-05-15T12:00Z', 'i1', ['issue:i1']), // 16 d ago
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
        blockers_age: { value: (20 + 18 + 16) / 3, status: 'critical', details: { open_blockers: 3 } },
        budget_burn_rate: { value: 7200 / 6000, status: 'critical' },
        // a margin of 0.8
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 60000, cost: 12000, planned_budget: 10000 },
      scores: {
        // of 100: blockers 100 (18 d of 7, clamped); budget 5 * 0.2 * 100
        project_health: { value: 100 - 0.15 * 100 - 0.1 * 5 * 0.2 * 100, band: 'low' }, // 75
        risk: { value: 0.18 * 100 + 0.16 * 5 * 0.2 * 100, band: 'low' }, // 34
        client_value: {
          value: 0.3 * 60 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 75,
          band: 'medium',
        }, // 79.25
        upsell_likelihood: { value: 0.4 * 79.25 + 0.35 * 0 + 0.25 * (0.6 * (100 - 34) + 0.4 * 75), band: 'medium' }, // 49.1
      },
      forecasts: {
        // norms: blockers 1, burn (0.2 / 0.5), risk 0.34
        delivery_risk: {
          // 0.32 * 1 + 0.18 * 0.34 = 0.3812, raised: blockers of 5 d or more, 3 or more open
          // S = 0.8: one case's 4 / 5
          p7: 0.75 * 0.62 + 0.25 * 0.8, // 0.665
          p14: 0.665 + (0.12 + 0.18 * 0.8) * (1 - 0.665), // 0.75344
          p30: 0.75344 + (0.18 + 0.22 * 0.8) * (1 - 0.75344), // 0.84121536
          expected_time_to_risk_days: (1 - 0.84121536) * 40 + 2, // 8.3513856
          basis: {
            confidence: 0.35 + 0.08 * 1 + 0.01 * 3,
            evidence: 3,
            publishable: true,
            top_drivers: ['blockers', 'risk'],
          },
        },
        finance_risk: {
          // 0.4 * (0.2 / 0.5) + 0.25 * 0.34 = 0.245, raised: burn of 1.2 or more
          // S = 0.8: one case's 4 / 5
          p7: 0.75 * 0.62 + 0.25 * 0.8, // 0.665
          p14: 0.665 + (0.12 + 0.18 * 0.8) * (1 - 0.665), // 0.75344
          p30: 0.75344 + (0.18 + 0.22 * 0.8) * (1 - 0.75344), // 0.84121536
          expected_time_to_risk_days: (1 - 0.84121536) * 40 + 2, // 8.3513856
          basis: {
            confidence: 0.35 + 0.08 * 1 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['burn', 'risk'],
          },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.34), // 0.051
          p14: 0.051 + 0.12 * (1 - 0.051), // 0.16488
          p30: 0.16488 + 0.18 * (1 - 0.16488), // 0.3152016
          expected_time_to_risk_days: (1 - 0.3152016) * 40 + 2, // 29.391936
          basis: { confidence: 0.35 + 0.08 * 1, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.34), // 0.051
          p14: 0.051 + 0.12 * (1 - 0.051), // 0.16488
          p30: 0.16488 + 0.18 * (1 - 0.16488), // 0.3152016
          expected_time_to_risk_days: (1 - 0.3152016) * 40 + 2, // 29.391936
          basis: { confidence: 0.35 + 0.08 * 1, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [{ ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' }],
      outcomes: { delivery_risk: 4, finance_risk: 4 },
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
      blocked('2026-05-11T12:00Z', 'i3', ['issue:i3']), // 20 d ago
      blocked('2026-05-13T12:00Z', 'i2', ['issue:i2']), // 18 d ago
      blocked('2026-05-15T12:00Z', 'i1', ['issue:i1']), // 16 d ago
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
        blockers_age: { value: (20 + 18 + 16) / 3, status: 'critical', details: { open_blockers: 3 } },
        scope_creep_rate: { value: 1 / 1, status: 'critical' },
        budget_burn_rate: { value: 7200 / 6000, status: 'critical' },
        // a margin of 0.8
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 60000, cost: 12000, planned_budget: 10000, scope_changes_7d: 1 },
      scores: {
        // of 100: blockers 100 (18 d of 7, clamped); scope 100 (2.5 x 1, clamped); budget 5 * 0.2 * 100
        project_health: { value: 100 - 0.15 * 100 - 0.1 * 100 - 0.1 * 5 * 0.2 * 100, band: 'medium' }, // 65
        risk: { value: 0.18 * 100 + 0.16 * 5 * 0.2 * 100 + 0.1 * 100, band: 'low' }, // 44
        client_value: {
          value: 0.3 * 60 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 65,
          band: 'medium',
        }, // 77.75
        upsell_likelihood: {
          value: 0.4 * 77.75 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 44) + 0.4 * 65),
          band: 'medium',
        }, // 50.2
      },
      forecasts: {
        // norms: blockers 1, scope 1 (1 / 0.5, clamped), burn (0.2 / 0.5), risk 0.44
        delivery_risk: {
          // 0.32 * 1 + 0.18 * 0.44 = 0.3992, raised: blockers of 5 d or more, 3 or more open
          // S = 1: one case's 5 / 5
          p7: 0.75 * 0.62 + 0.25 * 1, // 0.715
          p14: 0.715 + (0.12 + 0.18 * 1) * (1 - 0.715), // 0.8005
          p30: 0.8005 + (0.18 + 0.22 * 1) * (1 - 0.8005), // 0.8803
          expected_time_to_risk_days: (1 - 0.8803) * 40 + 2, // 6.788
          basis: {
            confidence: 0.35 + 0.08 * 2 + 0.01 * 3,
            evidence: 3,
            publishable: true,
            top_drivers: ['blockers', 'risk'],
          },
        },
        finance_risk: {
          // 0.4 * (0.2 / 0.5) + 0.25 * 0.44 = 0.27, raised: burn of 1.2 or more
          // S = 1: one case's 5 / 5
          p7: 0.75 * 0.62 + 0.25 * 1, // 0.715
          p14: 0.715 + (0.12 + 0.18 * 1) * (1 - 0.715), // 0.8005
          p30: 0.8005 + (0.18 + 0.22 * 1) * (1 - 0.8005), // 0.8803
          expected_time_to_risk_days: (1 - 0.8803) * 40 + 2, // 6.788
          basis: {
            confidence: 0.35 + 0.08 * 2 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['risk', 'burn'],
          },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.44), // 0.066
          p14: 0.066 + 0.12 * (1 - 0.066), // 0.17808
          p30: 0.17808 + 0.18 * (1 - 0.17808), // 0.3260256
          expected_time_to_risk_days: (1 - 0.3260256) * 40 + 2, // 28.958976
          basis: { confidence: 0.35 + 0.08 * 2, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          // 0.48 * 1 + 0.2 * 0.44 = 0.568, raised: scope creep of 0.35 or more
          // S = 1: the worse of its two outcomes, 5 / 5
          p7: 0.75 * 0.6 + 0.25 * 1, // 0.7
          p14: 0.7 + (0.12 + 0.18 * 1) * (1 - 0.7), // 0.79
          p30: 0.79 + (0.18 + 0.22 * 1) * (1 - 0.79), // 0.874
          expected_time_to_risk_days: (1 - 0.874) * 40 + 2, // 7.04
          basis: {
            confidence: 0.35 + 0.08 * 2 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['scope', 'risk'],
          },
        },
      },
      recommendations: [{ ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' }],
      outcomes: { delivery_risk: 4, finance_risk: 4, scope_risk: 5 },
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
import { recorded } from './events.js';
import { FINANCE_RISK } from './recommended.js';
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
        client_value: {
          value: 0.3 * 50 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 100,
          band: 'high',
        }, // 80
        upsell_likelihood: { value: 0.4 * 80 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0) + 0.4 * 100), band: 'medium' }, // 57
      },
      forecasts: CALM.forecasts,
      recommendations: [],
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
        // of 100: budget 5 * 0.2 * 100
        project_health: { value: 100 - 0.1 * 5 * 0.2 * 100, band: 'low' }, // 90
        risk: { value: 0.16 * 5 * 0.2 * 100, band: 'low' }, // 16
        client_value: {
          value: 0.3 * 60 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 90,
          band: 'high',
        }, // 81.5
        upsell_likelihood: { value: 0.4 * 81.5 + 0.35 * 0 + 0.25 * (0.6 * (100 - 16) + 0.4 * 90), band: 'medium' }, // 54.2
      },
      forecasts: {
        // norms: burn (0.2 / 0.5), risk 0.16
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.16), // 0.0216
          p14: 0.0216 + 0.12 * (1 - 0.0216), // 0.139008
          p30: 0.139008 + 0.18 * (1 - 0.139008), // 0.29398656
          expected_time_to_risk_days: (1 - 0.29398656) * 40 + 2, // 30.2405376
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          // 0.4 * (0.2 / 0.5) + 0.25 * 0.16 = 0.2, raised: burn of 1.2 or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['burn', 'risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.16), // 0.024
          p14: 0.024 + 0.12 * (1 - 0.024), // 0.14112
          p30: 0.14112 + 0.18 * (1 - 0.14112), // 0.2957184
          expected_time_to_risk_days: (1 - 0.2957184) * 40 + 2, // 30.171264
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.16), // 0.024
          p14: 0.024 + 0.12 * (1 - 0.024), // 0.14112
          p30: 0.14112 + 0.18 * (1 - 0.14112), // 0.2957184
          expected_time_to_risk_days: (1 - 0.2957184) * 40 + 2, // 30.171264
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [{ ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' }],
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
        // of 100: budget 5 * 0.1 * 100
        project_health: { value: 100 - 0.1 * 5 * 0.1 * 100, band: 'low' }, // 95
        risk: { value: 0.16 * 5 * 0.1 * 100, band: 'low' }, // 8
        client_value: {
          value: 0.3 * 20 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 95,
          band: 'medium',
        }, // 70.25
        upsell_likelihood: { value: 0.4 * 70.25 + 0.35 * 0 + 0.25 * (0.6 * (100 - 8) + 0.4 * 95), band: 'medium' }, // 51.4
      },
      forecasts: {
        // norms: burn (0.1 / 0.5), risk 0.08
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.08), // 0.0108
          p14: 0.0108 + 0.12 * (1 - 0.0108), // 0.129504
          p30: 0.129504 + 0.18 * (1 - 0.129504), // 0.28619328
          expected_time_to_risk_days: (1 - 0.28619328) * 40 + 2, // 30.5522688
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.4 * (0.1 / 0.5) + 0.25 * 0.08), // 0.075
          p14: 0.075 + 0.12 * (1 - 0.075), // 0.186
          p30: 0.186 + 0.18 * (1 - 0.186), // 0.33252
          expected_time_to_risk_days: (1 - 0.33252) * 40 + 2, // 28.6992
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['burn', 'risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.08), // 0.012
          p14: 0.012 + 0.12 * (1 - 0.012), // 0.13056
          p30: 0.13056 + 0.18 * (1 - 0.13056), // 0.2870592
          expected_time_to_risk_days: (1 - 0.2870592) * 40 + 2, // 30.517632
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.08), // 0.012
          p14: 0.012 + 0.12 * (1 - 0.012), // 0.13056
          p30: 0.13056 + 0.18 * (1 - 0.13056), // 0.2870592
          expected_time_to_risk_days: (1 - 0.2870592) * 40 + 2, // 30.517632
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [{ ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' }],
      outcomes: {},
      silences: [],
    },
  },
];

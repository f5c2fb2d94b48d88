import { CALM, NOW } from './calm.js';
import { recorded } from './events.js';
import { COST_WITHOUT_PLAN } from './recommended.js';
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
        budget_burn_rate: { value: 0, status: 'ok', evidence: ['deal:d1'] },
        margin_risk: { value: 0, status: 'ok', evidence: ['deal:d1'] },
      },
      facts: { ...CALM.facts, cost: 3000 },
      scores: CALM.scores,
      forecasts: CALM.forecasts,
      recommendations: [{ ...COST_WITHOUT_PLAN, priority: 4, due_date: '2026-06-03', gate: 'shown' }],
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
        // of 100: margin (0.1 / 0.35) * 100
        project_health: { value: 100 - 0.08 * (0.1 / 0.35) * 100, band: 'low' }, // 97.714285714286
        risk: { value: 0.16 * (0.1 / 0.35) * 100, band: 'low' }, // 4.571428571429
        client_value: {
          value:
            0.3 * 24 +
            0.25 * (100 - (0.1 / 0.35) * 100) +
            0.2 * (100 - 0) +
            0.1 * (0 + 1) * 50 +
            0.15 * 97.714285714286,
          band: 'medium',
        }, // 64.714285714286
        upsell_likelihood: {
          value: 0.4 * 64.714285714286 + 0.35 * 0 + 0.25 * (0.6 * (100 - 4.571428571429) + 0.4 * 97.714285714286),
          band: 'medium',
        }, // 49.971428571429
      },
      forecasts: {
        // norms: margin (0.1 / 0.35), risk 0.045714285714
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.045714285714), // 0.00617142857139
          p14: 0.00617142857139 + 0.12 * (1 - 0.00617142857139), // 0.125430857143
          p30: 0.125430857143 + 0.18 * (1 - 0.125430857143), // 0.282853302857
          expected_time_to_risk_days: (1 - 0.282853302857) * 40 + 2, // 30.685867885715
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.35 * (0.1 / 0.35) + 0.25 * 0.045714285714), // 0.083571428571
          p14: 0.083571428571 + 0.12 * (1 - 0.083571428571), // 0.19354285714281
          p30: 0.19354285714281 + 0.18 * (1 - 0.19354285714281), // 0.338705142857
          expected_time_to_risk_days: (1 - 0.338705142857) * 40 + 2, // 28.451794285716
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['margin', 'risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.045714285714), // 0.0068571428571
          p14: 0.0068571428571 + 0.12 * (1 - 0.0068571428571), // 0.126034285714
          p30: 0.126034285714 + 0.18 * (1 - 0.126034285714), // 0.283348114286
          expected_time_to_risk_days: (1 - 0.283348114286) * 40 + 2, // 30.666075428573
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.045714285714), // 0.0068571428571
          p14: 0.0068571428571 + 0.12 * (1 - 0.0068571428571), // 0.126034285714
          p30: 0.126034285714 + 0.18 * (1 - 0.126034285714), // 0.283348114286
          expected_time_to_risk_days: (1 - 0.283348114286) * 40 + 2, // 30.666075428573
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
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
        // of 100: margin (0.15 / 0.35) * 100
        project_health: { value: 100 - 0.08 * (0.15 / 0.35) * 100, band: 'low' }, // 96.571428571429
        risk: { value: 0.16 * (0.15 / 0.35) * 100, band: 'low' }, // 6.857142857143
        client_value: {
          value:
            0.3 * 10 +
            0.25 * (100 - (0.15 / 0.35) * 100) +
            0.2 * (100 - 0) +
            0.1 * (0 + 1) * 50 +
            0.15 * 96.571428571429,
          band: 'low',
        }, // 56.771428571429
        upsell_likelihood: {
          value: 0.4 * 56.771428571429 + 0.35 * 0 + 0.25 * (0.6 * (100 - 6.857142857143) + 0.4 * 96.571428571429),
          band: 'medium',
        }, // 46.337142857143
      },
      forecasts: {
        // norms: margin (0.15 / 0.35), risk 0.068571428571
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.068571428571), // 0.009257142857
          p14: 0.009257142857 + 0.12 * (1 - 0.009257142857), // 0.128146285714
          p30: 0.128146285714 + 0.18 * (1 - 0.128146285714), // 0.285079954286
          expected_time_to_risk_days: (1 - 0.285079954286) * 40 + 2, // 30.596801828573
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          // 0.35 * (0.15 / 0.35) + 0.25 * 0.068571428571 = 0.16714285714275, raised: margin risk of 0.4 or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['margin', 'risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.068571428571), // 0.01028571428565
          p14: 0.01028571428565 + 0.12 * (1 - 0.01028571428565), // 0.129051428571
          p30: 0.129051428571 + 0.18 * (1 - 0.129051428571), // 0.285822171429
          expected_time_to_risk_days: (1 - 0.285822171429) * 40 + 2, // 30.567113142859
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.068571428571), // 0.01028571428565
          p14: 0.01028571428565 + 0.12 * (1 - 0.01028571428565), // 0.129051428571
          p30: 0.129051428571 + 0.18 * (1 - 0.129051428571), // 0.285822171429
          expected_time_to_risk_days: (1 - 0.285822171429) * 40 + 2, // 30.567113142859
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: { finance_risk: 4 },
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
import { invoiced, notedOn, recorded } from './events.js';
import { FINANCE_RISK } from './recommended.js';
import type { GoldenHistory } from './types.js';

const DEAL = { deal_id: 'd1', related_record_ids: ['acme'] };

/** What a project costs, where invoices and notes tell of it, too. */
export const FINANCE_TOLD: GoldenHistory[] = [
  {
    name: 'finance: a quarter over the plan of one deal, with what was written about its money',
    now: NOW,
    events: [
      recorded('2026-05-01T12:00Z', 'd1:planned', 'planned_budget', 40000, ['deal:d1'], DEAL), // 30 d ago
      recorded('2026-05-02T12:00Z', 'd1:revenue', 'revenue', 90000, ['deal:d1'], DEAL), // 29 d ago
      invoiced('2026-05-04T12:00Z', 'invoice_sent', ['acme'], ['note:n1']), // 27 d ago
      notedOn('2026-05-10T12:00Z', ['other'], true, ['note:n2']), // 21 d ago; about another company
      notedOn('2026-05-11T12:00Z', ['d1'], false, ['note:n3']), // 20 d ago; about anything but the budget
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 50000, ['deal:d1'], DEAL), // 19 d ago
      notedOn('2026-05-13T12:00Z', ['d1'], true, ['note:n4']), // 18 d ago
      invoiced('2026-05-14T12:00Z', 'invoice_paid', ['acme'], ['note:n5']), // 17 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: {
          value: 50000 / 40000, // 1.25
          status: 'critical',
          evidence: ['note:n5', 'note:n4', 'deal:d1', 'note:n1'],
        },
        // a margin of 0.444
        margin_risk: { value: 0, status: 'ok', evidence: ['note:n5', 'note:n4', 'deal:d1', 'note:n1'] },
      },
      facts: { ...CALM.facts, revenue: 90000, cost: 50000, planned_budget: 40000 },
      scores: {
        // of 100: budget 100 (5 * 0.25 * 100, clamped)
        project_health: { value: 100 - 0.1 * 100, band: 'low' }, // 90
        risk: { value: 0.16 * 100, band: 'low' }, // 16
        client_value: {
          value: 0.3 * 90 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 90,
          band: 'high',
        }, // 90.5
        upsell_likelihood: { value: 0.4 * 90.5 + 0.35 * 0 + 0.25 * (0.6 * (100 - 16) + 0.4 * 90), band: 'medium' }, // 57.8
      },
      forecasts: {
        // norms: burn 0.5 (0.25 / 0.5), risk 0.16
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.16), // 0.0216
          p14: 0.0216 + 0.12 * (1 - 0.0216), // 0.139008
          p30: 0.139008 + 0.18 * (1 - 0.139008), // 0.29398656
          expected_time_to_risk_days: (1 - 0.29398656) * 40 + 2, // 30.2405376
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          // 0.4 * 0.5 + 0.25 * 0.16 = 0.24, raised: burn of 1.2 or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: {
            confidence: 0.35 + 0.01 * 4,
            evidence: 4,
            publishable: true,
            top_drivers: ['burn', 'risk'],
            evidence_refs: ['note:n5', 'note:n4', 'deal:d1', 'note:n1'],
          },
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
      recommendations: [{ ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown', evidence_count: 4 }],
      outcomes: { finance_risk: 4 },
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
import { agreed, blocked, recorded, stageStarted, teamSays } from './events.js';
import { DELIVERY_RISK, FINANCE_RISK, WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Health so low that it is an outcome by itself. */
export const HEALTH_LOW: GoldenHistory[] = [
  {
    name: 'health: 40 exactly is high concern, and nothing is there to point at',
    now: NOW,
    events: [
      agreed('2026-04-21T12:00Z', { agreement_id: 'a1', due_at: '2026-05-01T12:00Z' }), // 40 d ago, due 30 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a2', due_at: '2026-05-11T12:00Z' }), // 40 d ago, due 20 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a3', due_at: '2026-05-16T12:00Z' }), // 40 d ago, due 15 d ago
      recorded('2026-05-01T12:00Z', 'd1:planned', 'planned_budget', 2000), // 30 d ago
      recorded('2026-05-01T12:00Z', 'd1:cost', 'cost', 3000), // 30 d ago
      recorded('2026-05-01T12:00Z', 'd1:revenue', 'revenue', 100000), // 30 d ago
      blocked('2026-05-11T12:00Z', 'i1'), // 20 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-26T12:00Z'), // 20 d ago, due 5 d ago
      teamSays('2026-05-25T12:00Z'), // 6 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 6, status: 'critical' },
        blockers_age: { value: 20, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 5, status: 'critical' },
        agreement_overdue_count: { value: 3, status: 'critical' },
        budget_burn_rate: { value: 3000 / 2000, status: 'critical' },
        // a margin of 0.97
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 100000, cost: 3000, planned_budget: 2000 },
      scores: {
        // of 100: blockers 100 (20 d of 7, clamped); stage 100 (5 d of 5); waiting 100 (6 d of 6); agreement 100
        // (0.4 x 3, clamped); budget 100 (5 x 0.5, clamped)
        project_health: { value: 100 - 0.15 * 100 - 0.15 * 100 - 0.1 * 100 - 0.1 * 100 - 0.1 * 100, band: 'high' }, // 40
        risk: { value: 0.18 * 100 + 0.18 * 100 + 0.16 * 100 + 0.08 * 100 + 0.06 * 100, band: 'high' }, // 66
        client_value: {
          value: 0.3 * 100 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 40,
          band: 'high',
        }, // 86
        upsell_likelihood: { value: 0.4 * 86 + 0.35 * 0 + 0.25 * (0.6 * (100 - 66) + 0.4 * 40), band: 'medium' }, // 43.5
      },
      forecasts: {
        // norms: blockers 1, stage 1, waiting 1, burn 1 (0.5 / 0.5), risk 0.66
        delivery_risk: {
          // above the 0.58 of a stage 3 d late or more
          p7: 0.75 * (0.32 * 1 + 0.28 * 1 + 0.18 * 0.66), // 0.5391
          p14: 0.5391 + 0.12 * (1 - 0.5391), // 0.594408
          p30: 0.594408 + 0.18 * (1 - 0.594408), // 0.66741456
          expected_time_to_risk_days: (1 - 0.66741456) * 40 + 2, // 15.3034176
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['blockers', 'stage', 'risk'] },
        },
        finance_risk: {
          // 0.4 * 1 + 0.25 * 0.66 = 0.565, raised: burn of 1.2 or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['burn', 'risk'] },
        },
        client_risk: {
          // 0.32 * 1 + 0.2 * 0.66 = 0.452, raised: waiting of 4 d or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.18 * 1 + 0.14 * 1 + 0.2 * 0.66), // 0.339
          p14: 0.339 + 0.12 * (1 - 0.339), // 0.41832
          p30: 0.41832 + 0.18 * (1 - 0.41832), // 0.5230224
          expected_time_to_risk_days: (1 - 0.5230224) * 40 + 2, // 21.079104
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['stage', 'waiting', 'risk'] },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...FINANCE_RISK, priority: 5, due_date: '2026-06-03', gate: 'too_few_refs' },
      ],
      outcomes: { delivery_risk: 4, finance_risk: 5, client_risk: 5 },
      silences: ['2026-05-29T12:00Z'],
    },
  },
  {
    name: 'health: 45 exactly is an outcome of client_risk by itself',
    now: NOW,
    events: [
      agreed('2026-04-21T12:00Z', { agreement_id: 'a1', due_at: '2026-05-01T12:00Z' }), // 40 d ago, due 30 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a2', due_at: '2026-05-11T12:00Z' }), // 40 d ago, due 20 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a3', due_at: '2026-05-16T12:00Z' }), // 40 d ago, due 15 d ago
      recorded('2026-05-01T12:00Z', 'd1:planned', 'planned_budget', 2000), // 30 d ago
      recorded('2026-05-01T12:00Z', 'd1:cost', 'cost', 3000), // 30 d ago
      recorded('2026-05-01T12:00Z', 'd1:revenue', 'revenue', 100000), // 30 d ago
      blocked('2026-05-11T12:00Z', 'i1'), // 20 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-26T12:00Z'), // 20 d ago, due 5 d ago
      teamSays('2026-05-28T12:00Z', { evidence: ['message:1', 'doc:plan'] }), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 3, status: 'warn' },
        blockers_age: { value: 20, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 5, status: 'critical' },
        agreement_overdue_count: { value: 3, status: 'critical' },
        budget_burn_rate: { value: 3000 / 2000, status: 'critical' },
        // a margin of 0.97
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 100000, cost: 3000, planned_budget: 2000 },
      scores: {
        // of 100: blockers 100 (20 d of 7, clamped); stage 100 (5 d of 5); waiting 50 (3 d of 6); agreement 100
        // (0.4 x 3, clamped); budget 100 (5 x 0.5, clamped)
        project_health: { value: 100 - 0.15 * 100 - 0.15 * 100 - 0.1 * 50 - 0.1 * 100 - 0.1 * 100, band: 'high' }, // 45
        risk: { value: 0.18 * 100 + 0.18 * 100 + 0.16 * 100 + 0.08 * 100 + 0.06 * 50, band: 'medium' }, // 63
        client_value: {
          value: 0.3 * 100 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 45,
          band: 'high',
        }, // 86.75
        upsell_likelihood: { value: 0.4 * 86.75 + 0.35 * 0 + 0.25 * (0.6 * (100 - 63) + 0.4 * 45), band: 'medium' }, // 44.75
      },
      forecasts: {
        // norms: blockers 1, stage 1, waiting 0.5, burn 1 (0.5 / 0.5), risk 0.63
        delivery_risk: {
          // above the 0.58 of a stage 3 d late or more
          p7: 0.75 * (0.32 * 1 + 0.28 * 1 + 0.18 * 0.63), // 0.53505
          p14: 0.53505 + 0.12 * (1 - 0.53505), // 0.590844
          p30: 0.590844 + 0.18 * (1 - 0.590844), // 0.66449208
          expected_time_to_risk_days: (1 - 0.66449208) * 40 + 2, // 15.4203168
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['blockers', 'stage', 'risk'] },
        },
        finance_risk: {
          // 0.4 * 1 + 0.25 * 0.63 = 0.5575, raised: burn of 1.2 or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['burn', 'risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * 0.5 + 0.2 * 0.63), // 0.2145
          p14: 0.2145 + 0.12 * (1 - 0.2145), // 0.30876
          p30: 0.30876 + 0.18 * (1 - 0.30876), // 0.4331832
          expected_time_to_risk_days: (1 - 0.4331832) * 40 + 2, // 24.672672
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['risk', 'waiting'] },
        },
        scope_risk: {
          p7: 0.75 * (0.18 * 1 + 0.14 * 0.5 + 0.2 * 0.63), // 0.282
          p14: 0.282 + 0.12 * (1 - 0.282), // 0.36816
          p30: 0.36816 + 0.18 * (1 - 0.36816), // 0.4818912
          expected_time_to_risk_days: (1 - 0.4818912) * 40 + 2, // 22.724352
          basis: {
            confidence: 0.35 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['stage', 'risk', 'waiting'],
          },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...FINANCE_RISK, priority: 5, due_date: '2026-06-03', gate: 'too_few_refs' },
      ],
      outcomes: { delivery_risk: 4, finance_risk: 5, client_risk: 4 },
      silences: [],
    },
  },
];

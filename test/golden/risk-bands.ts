import { CALM, NOW } from './calm.js';
import {
  agreed,
  blocked,
  clientAsks,
  clientAsksForMore,
  clientSays,
  recorded,
  stageStarted,
  teamSays,
  teamTells,
} from './events.js';
import { DELIVERY_RISK, FINANCE_RISK, WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Risk exactly where its bands begin. */
export const RISK_BANDS: GoldenHistory[] = [
  {
    name: 'risk: 45 exactly is medium',
    now: NOW,
    events: [
      agreed('2026-04-21T12:00Z', { agreement_id: 'a1', due_at: '2026-05-01T12:00Z' }), // 40 d ago, due 30 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a2', due_at: '2026-05-11T12:00Z' }), // 40 d ago, due 20 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a3', due_at: '2026-05-16T12:00Z' }), // 40 d ago, due 15 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-26T12:00Z'), // 20 d ago, due 5 d ago
      blocked('2026-05-28T00:00Z', 'i1'), // 3.5 d ago
      clientAsksForMore('2026-05-30T12:00Z'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: 3.5, status: 'warn', details: { open_blockers: 1 } },
        stage_overdue: { value: 5, status: 'critical' },
        agreement_overdue_count: { value: 3, status: 'critical' },
        scope_creep_rate: { value: 1 / 1, status: 'critical' },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: {
        // of 100: blockers 50 (3.5 d of 7); stage 100 (5 d of 5); agreement 100 (0.4 x 3, clamped); scope 100 (2.5
        // x 1, clamped)
        project_health: { value: 100 - 0.15 * 50 - 0.15 * 100 - 0.1 * 100 - 0.1 * 100, band: 'high' }, // 57.5
        risk: { value: 0.18 * 50 + 0.18 * 100 + 0.1 * 100 + 0.08 * 100, band: 'medium' }, // 45
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 57.5,
          band: 'low',
        }, // 58.625
        upsell_likelihood: {
          value: 0.4 * 58.625 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 45) + 0.4 * 57.5),
          band: 'medium',
        }, // 41.65
      },
      forecasts: {
        // norms: blockers 0.5, stage 1, scope 1 (1 / 0.5, clamped), risk 0.45
        delivery_risk: {
          // 0.32 * 0.5 + 0.28 * 1 + 0.18 * 0.45 = 0.521, raised: a stage 3 d late or more
          p7: 0.75 * 0.58, // 0.435
          p14: 0.435 + 0.12 * (1 - 0.435), // 0.5028
          p30: 0.5028 + 0.18 * (1 - 0.5028), // 0.592296
          expected_time_to_risk_days: (1 - 0.592296) * 40 + 2, // 18.30816
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['stage', 'blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.45), // 0.084375
          p14: 0.084375 + 0.12 * (1 - 0.084375), // 0.19425
          p30: 0.19425 + 0.18 * (1 - 0.19425), // 0.339285
          expected_time_to_risk_days: (1 - 0.339285) * 40 + 2, // 28.4286
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.45), // 0.0675
          p14: 0.0675 + 0.12 * (1 - 0.0675), // 0.1794
          p30: 0.1794 + 0.18 * (1 - 0.1794), // 0.327108
          expected_time_to_risk_days: (1 - 0.327108) * 40 + 2, // 28.91568
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          // above the 0.6 of scope creep of 0.35 or more
          p7: 0.75 * (0.48 * 1 + 0.18 * 1 + 0.2 * 0.45), // 0.5625
          p14: 0.5625 + 0.12 * (1 - 0.5625), // 0.615
          p30: 0.615 + 0.18 * (1 - 0.615), // 0.6843
          expected_time_to_risk_days: (1 - 0.6843) * 40 + 2, // 14.628
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['scope', 'stage', 'risk'] },
        },
      },
      recommendations: [{ ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' }],
      outcomes: { delivery_risk: 4, scope_risk: 5 },
      silences: [],
    },
  },
  {
    name: 'risk: 65 exactly is high',
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
      clientAsks('2026-05-15T12:00Z', { conversation_id: 'c2' }), // 16 d ago
      teamTells('2026-05-15T18:00Z', { conversation_id: 'c2' }), // 15.75 d ago
      clientSays('2026-05-16T00:00Z', { conversation_id: 'c2' }), // 15.5 d ago
      teamSays('2026-05-28T12:00Z'), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 3, status: 'warn' },
        response_time_median: { value: 360, status: 'warn' },
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
        // (0.4 x 3, clamped); budget 100 (5 x 0.5, clamped); response 50 (360 min of 720)
        project_health: {
          value: 100 - 0.15 * 100 - 0.15 * 100 - 0.1 * 50 - 0.1 * 100 - 0.1 * 100 - 0.08 * 50,
          band: 'high',
        }, // 41
        risk: { value: 0.18 * 100 + 0.18 * 100 + 0.16 * 100 + 0.08 * 100 + 0.06 * 50 + 0.04 * 50, band: 'high' }, // 65
        client_value: {
          value: 0.3 * 100 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 41,
          band: 'high',
        }, // 86.15
        upsell_likelihood: { value: 0.4 * 86.15 + 0.35 * 0 + 0.25 * (0.6 * (100 - 65) + 0.4 * 41), band: 'medium' }, // 43.81
      },
      forecasts: {
        // norms: waiting 0.5, response 0.5, blockers 1, stage 1, burn 1 (0.5 / 0.5), risk 0.65
        delivery_risk: {
          // above the 0.58 of a stage 3 d late or more
          p7: 0.75 * (0.32 * 1 + 0.28 * 1 + 0.12 * 0.5 + 0.18 * 0.65), // 0.58275
          p14: 0.58275 + 0.12 * (1 - 0.58275), // 0.63282
          p30: 0.63282 + 0.18 * (1 - 0.63282), // 0.6989124
          expected_time_to_risk_days: (1 - 0.6989124) * 40 + 2, // 14.043504
          basis: {
            confidence: 0.35,
            evidence: 0,
            publishable: false,
            top_drivers: ['blockers', 'stage', 'risk', 'response'],
          },
        },
        finance_risk: {
          // 0.4 * 1 + 0.25 * 0.65 = 0.5625, raised: burn of 1.2 or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['burn', 'risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * 0.5 + 0.12 * 0.5 + 0.2 * 0.65), // 0.2625
          p14: 0.2625 + 0.12 * (1 - 0.2625), // 0.351
          p30: 0.351 + 0.18 * (1 - 0.351), // 0.46782
          expected_time_to_risk_days: (1 - 0.46782) * 40 + 2, // 23.2872
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk', 'waiting', 'response'] },
        },
        scope_risk: {
          p7: 0.75 * (0.18 * 1 + 0.14 * 0.5 + 0.2 * 0.65), // 0.285
          p14: 0.285 + 0.12 * (1 - 0.285), // 0.3708
          p30: 0.3708 + 0.18 * (1 - 0.3708), // 0.484056
          expected_time_to_risk_days: (1 - 0.484056) * 40 + 2, // 22.63776
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['stage', 'risk', 'waiting'] },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...FINANCE_RISK, priority: 5, due_date: '2026-06-03', gate: 'too_few_refs' },
      ],
      outcomes: { delivery_risk: 4, finance_risk: 5, client_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'risk: 80 exactly is critical, and a severe outcome only from 85',
    now: NOW,
    events: [
      recorded('2026-05-01T12:00Z', 'd1:planned', 'planned_budget', 2000), // 30 d ago
      recorded('2026-05-01T12:00Z', 'd1:cost', 'cost', 3000), // 30 d ago
      recorded('2026-05-01T12:00Z', 'd1:revenue', 'revenue', 3000), // 30 d ago
      blocked('2026-05-11T12:00Z', 'i1'), // 20 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-26T12:00Z'), // 20 d ago, due 5 d ago
      clientSays('2026-05-11T12:00Z', { sentiment_score: 0 }), // 20 d ago
      clientSays('2026-05-12T12:00Z', { sentiment_score: -1 }), // 19 d ago
      clientAsksForMore('2026-05-30T12:00Z'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: 20, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 5, status: 'critical' },
        client_sentiment: { value: 0.35 * -1 + 0.65 * 0 - 0, status: 'critical' },
        scope_creep_rate: { value: 1 / 1, status: 'critical' },
        budget_burn_rate: { value: 3000 / 2000, status: 'critical' },
        // no margin at all
        margin_risk: { value: (0.35 - 0) / 0.35, status: 'critical' },
      },
      facts: {
        ...CALM.facts,

        revenue: 3000,
        cost: 3000,
        planned_budget: 2000,
        scope_changes_7d: 1,
      },
      scores: {
        // of 100: blockers 100 (20 d of 7, clamped); stage 100 (5 d of 5); scope 100 (2.5 x 1, clamped); budget
        // 100 (5 x 0.5, clamped); sentiment 100 (3 x 0.35, clamped); margin 100
        project_health: {
          value: 100 - 0.15 * 100 - 0.15 * 100 - 0.1 * 100 - 0.1 * 100 - 0.08 * 100 - 0.08 * 100,
          band: 'critical',
        }, // 34
        risk: { value: 0.18 * 100 + 0.18 * 100 + 0.16 * 100 + 0.16 * 100 + 0.1 * 100 + 0.02 * 100, band: 'critical' }, // 80
        client_value: {
          value: 0.3 * 3 + 0.25 * (100 - 100) + 0.2 * (100 - 0) + 0.1 * (-0.35 + 1) * 50 + 0.15 * 34,
          band: 'low',
        }, // 29.25
        upsell_likelihood: {
          value: 0.4 * 29.25 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 80) + 0.4 * 34),
          band: 'low',
        }, // 22.3
      },
      forecasts: {
        // norms: blockers 1, stage 1, scope 1 (1 / 0.5, clamped), burn 1 (0.5 / 0.5), margin 1, sentiment (0.35 /
        // 0.4), risk 0.8
        delivery_risk: {
          // above the 0.58 of a stage 3 d late or more
          p7: 0.75 * (0.32 * 1 + 0.28 * 1 + 0.18 * 0.8), // 0.558
          p14: 0.558 + 0.12 * (1 - 0.558), // 0.61104
          p30: 0.61104 + 0.18 * (1 - 0.61104), // 0.6810528
          expected_time_to_risk_days: (1 - 0.6810528) * 40 + 2, // 14.757888
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['blockers', 'stage', 'risk'] },
        },
        finance_risk: {
          // above the 0.62 of burn of 1.2 or more
          p7: 0.75 * (0.4 * 1 + 0.35 * 1 + 0.25 * 0.8), // 0.7125
          p14: 0.7125 + 0.12 * (1 - 0.7125), // 0.747
          p30: 0.747 + 0.18 * (1 - 0.747), // 0.79254
          expected_time_to_risk_days: (1 - 0.79254) * 40 + 2, // 10.2984
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['burn', 'margin', 'risk'] },
        },
        client_risk: {
          // 0.24 * (0.35 / 0.4) + 0.2 * 0.8 = 0.37, raised: trend of -0.25 or below
          p7: 0.75 * 0.55, // 0.4125
          p14: 0.4125 + 0.12 * (1 - 0.4125), // 0.483
          p30: 0.483 + 0.18 * (1 - 0.483), // 0.57606
          expected_time_to_risk_days: (1 - 0.57606) * 40 + 2, // 18.9576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['sentiment', 'risk'] },
        },
        scope_risk: {
          // above the 0.6 of scope creep of 0.35 or more
          p7: 0.75 * (0.48 * 1 + 0.18 * 1 + 0.2 * 0.8), // 0.615
          p14: 0.615 + 0.12 * (1 - 0.615), // 0.6612
          p30: 0.6612 + 0.18 * (1 - 0.6612), // 0.722184
          expected_time_to_risk_days: (1 - 0.722184) * 40 + 2, // 13.11264
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['scope', 'stage', 'risk'] },
        },
      },
      recommendations: [
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...FINANCE_RISK, priority: 5, due_date: '2026-06-03', gate: 'too_few_refs' },
      ],
      outcomes: { delivery_risk: 4, finance_risk: 5, client_risk: 4, scope_risk: 5 },
      silences: [],
    },
  },
];

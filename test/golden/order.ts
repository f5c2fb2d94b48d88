import { CALM, NOW } from './calm.js';
import {
  blocked,
  clientAsks,
  clientSays,
  completed,
  recorded,
  stageCompleted,
  stageStarted,
  teamSays,
} from './events.js';
import { FINANCE_RISK, WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Events that arrive late, out of order or at one instant. */
export const ORDER: GoldenHistory[] = [
  {
    name: 'order: late news is read where it belongs',
    now: NOW,
    events: [
      completed('2026-05-29T12:00Z', 'i1'), // 2 d ago; told before it was blocked
      clientSays('2026-05-30T12:00Z', { conversation_id: 'c2', sentiment_score: -1 }), // 1 d ago
      blocked('2026-05-28T00:00Z', 'i2', ['issue:i2']), // 3.5 d ago
      teamSays('2026-05-28T12:00Z'), // 3 d ago
      blocked('2026-05-26T12:00Z', 'i1'), // 5 d ago
      recorded('2026-05-15T12:00Z', 'd1:revenue', 'revenue', 50000), // 16 d ago
      recorded('2026-05-14T12:00Z', 'd1:cost', 'cost', 5000), // 17 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 9000), // 18 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000), // 20 d ago
      clientAsks('2026-05-28T06:00Z', { sentiment_score: 0 }), // 3.25 d ago; what we answered, known last
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // the client's message in c2 is the last, whenever ours arrived
        waiting_on_client_days: { value: 0, status: 'ok' },
        response_time_median: { value: 360, status: 'warn' },
        blockers_age: { value: 3.5, status: 'warn', details: { open_blockers: 1 }, evidence: ['issue:i2'] },
        client_sentiment: { value: 0.35 * -1 + 0.65 * 0 - 0, status: 'critical' },
        budget_burn_rate: { value: 5000 / 10000, status: 'ok' },
        // a margin of 0.9
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 50000, cost: 5000, planned_budget: 10000 },
      scores: {
        // of 100: blockers 50 (3.5 d of 7); response 50 (360 min of 720); sentiment 100 (3 x 0.35, clamped)
        project_health: { value: 100 - 0.15 * 50 - 0.08 * 50 - 0.08 * 100, band: 'low' }, // 80.5
        risk: { value: 0.18 * 50 + 0.04 * 50 + 0.02 * 100, band: 'low' }, // 13
        client_value: {
          value: 0.3 * 50 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.35 + 1) * 50 + 0.15 * 80.5,
          band: 'medium',
        }, // 75.325
        upsell_likelihood: { value: 0.4 * 75.325 + 0.35 * 0 + 0.25 * (0.6 * (100 - 13) + 0.4 * 80.5), band: 'medium' }, // 51.23
      },
      forecasts: {
        // norms: response 0.5, blockers 0.5, sentiment (0.35 / 0.4), risk 0.13
        delivery_risk: {
          p7: 0.75 * (0.32 * 0.5 + 0.12 * 0.5 + 0.18 * 0.13), // 0.18255
          p14: 0.18255 + 0.12 * (1 - 0.18255), // 0.280644
          p30: 0.280644 + 0.18 * (1 - 0.280644), // 0.41012808
          expected_time_to_risk_days: (1 - 0.41012808) * 40 + 2, // 25.5948768
          basis: {
            confidence: 0.35 + 0.01 * 1,
            evidence: 1,
            publishable: true,
            top_drivers: ['blockers', 'response', 'risk'],
          },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.13), // 0.024375
          p14: 0.024375 + 0.12 * (1 - 0.024375), // 0.14145
          p30: 0.14145 + 0.18 * (1 - 0.14145), // 0.295989
          expected_time_to_risk_days: (1 - 0.295989) * 40 + 2, // 30.16044
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.24 * (0.35 / 0.4) + 0.12 * 0.5 + 0.2 * 0.13 = 0.296, raised: trend of -0.25 or below
          p7: 0.75 * 0.55, // 0.4125
          p14: 0.4125 + 0.12 * (1 - 0.4125), // 0.483
          p30: 0.483 + 0.18 * (1 - 0.483), // 0.57606
          expected_time_to_risk_days: (1 - 0.57606) * 40 + 2, // 18.9576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['sentiment', 'response', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.13), // 0.0195
          p14: 0.0195 + 0.12 * (1 - 0.0195), // 0.13716
          p30: 0.13716 + 0.18 * (1 - 0.13716), // 0.2924712
          expected_time_to_risk_days: (1 - 0.2924712) * 40 + 2, // 30.301152
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: { client_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'order: at one instant, what arrived last happened last',
    now: NOW,
    events: [
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 8000), // 20 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000), // 20 d ago
      recorded('2026-05-11T12:00Z', 'd1:cost', 'cost', 11000), // 20 d ago
      recorded('2026-05-11T12:00Z', 'd1:revenue', 'revenue', 20000), // 20 d ago
      stageStarted('2026-05-15T12:00Z', 's1', '2026-05-26T12:00Z'), // 16 d ago, due 5 d ago
      stageCompleted('2026-05-15T12:00Z', 's1'), // 16 d ago; closed
      stageCompleted('2026-05-15T12:00Z', 's2'), // 16 d ago
      stageStarted('2026-05-15T12:00Z', 's2', '2026-05-30T12:00Z'), // 16 d ago, due 1 d ago; open
      clientSays('2026-05-29T12:00Z'), // 2 d ago
      teamSays('2026-05-29T12:00Z', { evidence: ['message:2'] }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 2, status: 'warn' },
        // one answer within no time
        response_time_median: { value: 0, status: 'ok' },
        stage_overdue: { value: 1, status: 'warn' },
        budget_burn_rate: { value: 11000 / 10000, status: 'warn' },
        // a margin of 0.45
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 20000, cost: 11000, planned_budget: 10000 },
      scores: {
        // of 100: stage 20 (1 d of 5); waiting (2 / 6) * 100; budget 5 * 0.1 * 100
        project_health: { value: 100 - 0.15 * 20 - 0.1 * (2 / 6) * 100 - 0.1 * 5 * 0.1 * 100, band: 'low' }, // 88.666666666667
        risk: { value: 0.18 * 20 + 0.16 * 5 * 0.1 * 100 + 0.06 * (2 / 6) * 100, band: 'low' }, // 13.6
        client_value: {
          value: 0.3 * 20 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 88.666666666667,
          band: 'medium',
        }, // 69.3
        upsell_likelihood: {
          value: 0.4 * 69.3 + 0.35 * 0 + 0.25 * (0.6 * (100 - 13.6) + 0.4 * 88.666666666667),
          band: 'medium',
        }, // 49.546666666667
      },
      forecasts: {
        // norms: waiting (2 / 6), stage 0.2, burn (0.1 / 0.5), risk 0.136
        delivery_risk: {
          p7: 0.75 * (0.28 * 0.2 + 0.18 * 0.136), // 0.06036
          p14: 0.06036 + 0.12 * (1 - 0.06036), // 0.1731168
          p30: 0.1731168 + 0.18 * (1 - 0.1731168), // 0.321955776
          expected_time_to_risk_days: (1 - 0.321955776) * 40 + 2, // 29.12176896
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['stage', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.4 * (0.1 / 0.5) + 0.25 * 0.136), // 0.0855
          p14: 0.0855 + 0.12 * (1 - 0.0855), // 0.19524
          p30: 0.19524 + 0.18 * (1 - 0.19524), // 0.3400968
          expected_time_to_risk_days: (1 - 0.3400968) * 40 + 2, // 28.396128
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['burn', 'risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * (2 / 6) + 0.2 * 0.136), // 0.1004
          p14: 0.1004 + 0.12 * (1 - 0.1004), // 0.208352
          p30: 0.208352 + 0.18 * (1 - 0.208352), // 0.35084864
          expected_time_to_risk_days: (1 - 0.35084864) * 40 + 2, // 27.9660544
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.18 * 0.2 + 0.14 * (2 / 6) + 0.2 * 0.136), // 0.0824
          p14: 0.0824 + 0.12 * (1 - 0.0824), // 0.192512
          p30: 0.192512 + 0.18 * (1 - 0.192512), // 0.33785984
          expected_time_to_risk_days: (1 - 0.33785984) * 40 + 2, // 28.4856064
          basis: {
            confidence: 0.35 + 0.01 * 1,
            evidence: 1,
            publishable: true,
            top_drivers: ['waiting', 'stage', 'risk'],
          },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'too_few_refs' },
      ],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'order: at one instant, the other way round',
    now: NOW,
    events: [
      teamSays('2026-05-29T12:00Z'), // 2 d ago
      clientSays('2026-05-29T12:00Z'), // 2 d ago
    ],
    expected: {
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      forecasts: CALM.forecasts,
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
];

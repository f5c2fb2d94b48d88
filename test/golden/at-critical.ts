import { CALM, NOW } from './calm.js';
import {
  agreed,
  blocked,
  clientAsks,
  clientAsksForMore,
  clientSays,
  noted,
  recorded,
  stageStarted,
  teamSays,
} from './events.js';
import { DELIVERY_RISK, FINANCE_RISK, WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Every signal where its critical state begins (sentiment and margin just beyond it). */
export const AT_CRITICAL: GoldenHistory[] = [
  // No outcome of delivery_risk: blockers of 5 days and a stage 3 days late are not more than that, and risk is below 75.
  {
    name: 'thresholds: every signal is critical',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-28T12:00Z', ['cycle:s1']), // 20 d ago, due 3 d ago
      agreed('2026-05-11T12:00Z', { agreement_id: 'a1', due_at: '2026-05-30T12:00Z' }), // 20 d ago, due 1 d ago
      agreed('2026-05-11T12:00Z', { agreement_id: 'a2', due_at: '2026-05-30T12:00Z' }), // 20 d ago, due 1 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd2:cost', 'cost', 12000, ['deal:d2'], { deal_id: 'd1' }), // 19 d ago; of d1, though another record shows it
      recorded('2026-05-13T12:00Z', 'd1:revenue', 'revenue', 15000, ['deal:d1']), // 18 d ago
      noted('2026-05-18T00:00Z'), // 13.5 d ago
      noted('2026-05-18T12:00Z'), // 13 d ago
      noted('2026-05-19T00:00Z'), // 12.5 d ago
      noted('2026-05-19T12:00Z'), // 12 d ago
      noted('2026-05-20T00:00Z'), // 11.5 d ago
      noted('2026-05-20T12:00Z'), // 11 d ago
      noted('2026-05-21T00:00Z'), // 10.5 d ago
      noted('2026-05-21T12:00Z'), // 10 d ago
      noted('2026-05-22T00:00Z'), // 9.5 d ago
      noted('2026-05-22T12:00Z'), // 9 d ago
      noted('2026-05-23T00:00Z'), // 8.5 d ago
      noted('2026-05-23T12:00Z'), // 8 d ago
      noted('2026-05-24T00:00Z'), // 7.5 d ago
      noted('2026-05-24T06:00Z'), // 7.25 d ago
      clientSays('2026-05-25T00:00Z', { sentiment_score: 0 }), // 6.5 d ago
      clientAsksForMore('2026-05-25T00:00Z'), // 6.5 d ago
      blocked('2026-05-25T12:00Z', 'i3'), // 6 d ago
      blocked('2026-05-26T12:00Z', 'i2'), // 5 d ago
      clientAsks('2026-05-27T00:00Z', { conversation_id: 'c2', sentiment_score: -1 }), // 4.5 d ago
      teamSays('2026-05-27T12:00Z', { conversation_id: 'c2' }), // 4 d ago
      blocked('2026-05-27T12:00Z', 'i1'), // 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 4, status: 'critical' },
        response_time_median: { value: 720, status: 'critical' },
        blockers_age: { value: (6 + 5 + 4) / 3, status: 'critical', details: { open_blockers: 3 } },
        stage_overdue: { value: 3, status: 'critical' },
        agreement_overdue_count: { value: 2, status: 'critical' },
        client_sentiment: { value: 0.35 * -1 + 0.65 * 0 - 0, status: 'critical' },
        scope_creep_rate: { value: 1 / 2, status: 'critical' },
        budget_burn_rate: { value: 12000 / 10000, status: 'critical' },
        // a margin of 3000 / 15000
        margin_risk: { value: (0.35 - 0.2) / 0.35, status: 'critical' },
        // 2 + 1 messages, a wish and 3 blockers after 14 notes
        activity_drop: { value: (14 - 7) / 14, status: 'critical' },
      },
      facts: {
        ...CALM.facts,

        revenue: 15000,
        cost: 12000,
        planned_budget: 10000,
        scope_changes_7d: 1,
      },
      scores: {
        // of 100: blockers (5 / 7) * 100; stage 60 (3 d of 5); waiting (4 / 6) * 100; agreement 80 (0.4 x 2);
        // scope 100 (2.5 x 0.5, clamped); budget 5 * 0.2 * 100; response 100 (720 min of 720); sentiment 100 (3 x
        // 0.35, clamped); margin (0.15 / 0.35) * 100; activity 50
        project_health: {
          value:
            100 -
            0.15 * (5 / 7) * 100 -
            0.15 * 60 -
            0.1 * (4 / 6) * 100 -
            0.1 * 80 -
            0.1 * 100 -
            0.1 * 5 * 0.2 * 100 -
            0.08 * 100 -
            0.08 * 100 -
            0.08 * (0.15 / 0.35) * 100 -
            0.06 * 50,
          band: 'critical',
        }, // 23.190476190476
        risk: {
          value:
            0.18 * (5 / 7) * 100 +
            0.18 * 60 +
            0.16 * 5 * 0.2 * 100 +
            0.16 * (0.15 / 0.35) * 100 +
            0.1 * 100 +
            0.08 * 80 +
            0.06 * (4 / 6) * 100 +
            0.04 * 100 +
            0.02 * 100 +
            0.02 * 50,
          band: 'high',
        }, // 73.914285714286
        client_value: {
          value:
            0.3 * 15 +
            0.25 * (100 - (0.15 / 0.35) * 100) +
            0.2 * (100 - 50) +
            0.1 * (-0.35 + 1) * 50 +
            0.15 * 23.190476190476,
          band: 'low',
        }, // 35.514285714286
        upsell_likelihood: {
          value:
            0.4 * 35.514285714286 +
            0.35 * (35 * 0 + 12 * 1) +
            0.25 * (0.6 * (100 - 73.914285714286) + 0.4 * 23.190476190476),
          band: 'low',
        }, // 24.637619047619
      },
      forecasts: {
        // norms: waiting (4 / 6), response 1, blockers (5 / 7), stage 0.6, scope 1 (0.5 / 0.5), burn (0.2 / 0.5),
        // margin (0.15 / 0.35), sentiment (0.35 / 0.4), activity 0.5, risk 0.739142857143
        delivery_risk: {
          // above the 0.62 of blockers of 5 d or more, 3 or more open
          p7: 0.75 * (0.32 * (5 / 7) + 0.28 * 0.6 + 0.12 * 1 + 0.1 * 0.5 + 0.18 * 0.739142857143), // 0.524712857143
          p14: 0.524712857143 + 0.12 * (1 - 0.524712857143), // 0.581747314286
          p30: 0.581747314286 + 0.18 * (1 - 0.581747314286), // 0.657032797714
          expected_time_to_risk_days: (1 - 0.657032797714) * 40 + 2, // 15.718688091428
          basis: {
            confidence: 0.35 + 0.01 * 1,
            evidence: 1,
            publishable: true,
            top_drivers: ['response', 'risk', 'blockers', 'stage'],
          },
        },
        finance_risk: {
          // 0.4 * (0.2 / 0.5) + 0.35 * (0.15 / 0.35) + 0.25 * 0.739142857143 = 0.49478571428575, raised: burn of
          // 1.2 or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: {
            confidence: 0.35 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['risk', 'margin', 'burn'],
          },
        },
        client_risk: {
          // above the 0.62 of waiting of 4 d or more
          p7: 0.75 * (0.32 * (4 / 6) + 0.24 * (0.35 / 0.4) + 0.12 * 1 + 0.12 * 0.5 + 0.2 * 0.739142857143), // 0.56337142857145
          p14: 0.56337142857145 + 0.12 * (1 - 0.56337142857145), // 0.615766857143
          p30: 0.615766857143 + 0.18 * (1 - 0.615766857143), // 0.684928822857
          expected_time_to_risk_days: (1 - 0.684928822857) * 40 + 2, // 14.602847085714
          basis: {
            confidence: 0.35,
            evidence: 0,
            publishable: false,
            top_drivers: ['response', 'sentiment', 'risk', 'waiting'],
          },
        },
        scope_risk: {
          // above the 0.6 of scope creep of 0.35 or more
          p7: 0.75 * (0.48 * 1 + 0.18 * 0.6 + 0.14 * (4 / 6) + 0.2 * 0.739142857143), // 0.62187142857145
          p14: 0.62187142857145 + 0.12 * (1 - 0.62187142857145), // 0.667246857143
          p30: 0.667246857143 + 0.18 * (1 - 0.667246857143), // 0.727142422857
          expected_time_to_risk_days: (1 - 0.727142422857) * 40 + 2, // 12.914303085714
          basis: {
            confidence: 0.35 + 0.01 * 1,
            evidence: 1,
            publishable: true,
            top_drivers: ['scope', 'risk', 'waiting', 'stage'],
          },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
        { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' },
      ],
      outcomes: { finance_risk: 4, client_risk: 4, scope_risk: 5 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
];

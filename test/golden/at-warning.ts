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
import { FINANCE_RISK, WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Every signal where its warning begins (sentiment and margin just beyond it). */
export const AT_WARNING: GoldenHistory[] = [
  // We wait for two days, but the forecast of client_risk has no evidence: nothing is recommended for that.
  {
    name: 'thresholds: every signal is a warning',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-30T12:00Z', ['cycle:s1']), // 20 d ago, due 1 d ago
      agreed('2026-05-11T12:00Z', { agreement_id: 'a1', due_at: '2026-05-30T12:00Z' }), // 20 d ago, due 1 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 15000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 16500, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:revenue', 'revenue', 22000, ['deal:d1']), // 18 d ago
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
      clientSays('2026-05-25T12:00Z', { sentiment_score: 0 }), // 6 d ago
      clientSays('2026-05-26T12:00Z', { sentiment_score: -0.43 }), // 5 d ago
      clientSays('2026-05-27T12:00Z'), // 4 d ago
      clientAsksForMore('2026-05-27T12:00Z'), // 4 d ago
      clientSays('2026-05-28T12:00Z'), // 3 d ago
      blocked('2026-05-28T12:00Z', 'i1'), // 3 d ago
      clientAsks('2026-05-29T08:00Z', { conversation_id: 'c2' }), // 2 d and 240 min ago
      teamSays('2026-05-29T12:00Z', { conversation_id: 'c2' }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 2, status: 'warn' },
        response_time_median: { value: 240, status: 'warn' },
        blockers_age: { value: 3, status: 'warn', details: { open_blockers: 1 } },
        stage_overdue: { value: 1, status: 'warn' },
        agreement_overdue_count: { value: 1, status: 'warn' },
        client_sentiment: { value: 0.35 * -0.43 + 0.65 * 0 - 0, status: 'warn' },
        scope_creep_rate: { value: 1 / 5, status: 'warn' },
        budget_burn_rate: { value: 16500 / 15000, status: 'warn' },
        // a margin of 5500 / 22000
        margin_risk: { value: (0.35 - 0.25) / 0.35, status: 'warn' },
        // 5 + 1 messages, a wish and a blocker after 12 notes
        activity_drop: { value: (12 - 8) / 12, status: 'warn' },
      },
      facts: {
        ...CALM.facts,

        revenue: 22000,
        cost: 16500,
        planned_budget: 15000,
        scope_changes_7d: 1,
      },
      scores: {
        // of 100: blockers (3 / 7) * 100; stage 20 (1 d of 5); waiting (2 / 6) * 100; agreement 40 (0.4 x 1);
        // scope 50 (2.5 x 0.2); budget 5 * 0.1 * 100; response (240 / 720) * 100; sentiment 3 * 0.1505 * 100;
        // margin (0.1 / 0.35) * 100; activity (4 / 12) * 100
        project_health: {
          value:
            100 -
            0.15 * (3 / 7) * 100 -
            0.15 * 20 -
            0.1 * (2 / 6) * 100 -
            0.1 * 40 -
            0.1 * 50 -
            0.1 * 5 * 0.1 * 100 -
            0.08 * (240 / 720) * 100 -
            0.08 * 3 * 0.1505 * 100 -
            0.08 * (0.1 / 0.35) * 100 -
            0.06 * (4 / 12) * 100,
          band: 'medium',
        }, // 62.673714285714
        risk: {
          value:
            0.18 * (3 / 7) * 100 +
            0.18 * 20 +
            0.16 * 5 * 0.1 * 100 +
            0.16 * (0.1 / 0.35) * 100 +
            0.1 * 50 +
            0.08 * 40 +
            0.06 * (2 / 6) * 100 +
            0.04 * (240 / 720) * 100 +
            0.02 * 3 * 0.1505 * 100 +
            0.02 * (4 / 12) * 100,
          band: 'low',
        }, // 36.988714285714
        client_value: {
          value:
            0.3 * 22 +
            0.25 * (100 - (0.1 / 0.35) * 100) +
            0.2 * (100 - (4 / 12) * 100) +
            0.1 * (-0.1505 + 1) * 50 +
            0.15 * 62.673714285714,
          band: 'low',
        }, // 51.439033333333
        upsell_likelihood: {
          value:
            0.4 * 51.439033333333 +
            0.35 * (35 * 0 + 12 * 1) +
            0.25 * (0.6 * (100 - 36.988714285714) + 0.4 * 62.673714285714),
          band: 'medium',
        }, // 40.494677619048
      },
      forecasts: {
        // norms: waiting (2 / 6), response (240 / 720), blockers (3 / 7), stage 0.2, scope 0.4 (0.2 / 0.5), burn
        // (0.1 / 0.5), margin (0.1 / 0.35), sentiment (0.1505 / 0.4), activity (4 / 12), risk 0.369887142857
        delivery_risk: {
          p7: 0.75 * (0.32 * (3 / 7) + 0.28 * 0.2 + 0.12 * (240 / 720) + 0.1 * (4 / 12) + 0.18 * 0.369887142857), // 0.249791907143
          p14: 0.249791907143 + 0.12 * (1 - 0.249791907143), // 0.339816878286
          p30: 0.339816878286 + 0.18 * (1 - 0.339816878286), // 0.458649840194
          expected_time_to_risk_days: (1 - 0.458649840194) * 40 + 2, // 23.654006392229
          basis: {
            confidence: 0.35 + 0.01 * 1,
            evidence: 1,
            publishable: true,
            top_drivers: ['blockers', 'risk', 'response', 'activity'],
          },
        },
        finance_risk: {
          p7: 0.75 * (0.4 * (0.1 / 0.5) + 0.35 * (0.1 / 0.35) + 0.25 * 0.369887142857), // 0.204353839286
          p14: 0.204353839286 + 0.12 * (1 - 0.204353839286), // 0.299831378571
          p30: 0.299831378571 + 0.18 * (1 - 0.299831378571), // 0.425861730429
          expected_time_to_risk_days: (1 - 0.425861730429) * 40 + 2, // 24.965530782858
          basis: {
            confidence: 0.35 + 0.01 * 1,
            evidence: 1,
            publishable: true,
            top_drivers: ['risk', 'margin', 'burn'],
          },
        },
        client_risk: {
          p7:
            0.75 *
            (0.32 * (2 / 6) + 0.24 * (0.1505 / 0.4) + 0.12 * (240 / 720) + 0.12 * (4 / 12) + 0.2 * 0.369887142857), // 0.26320807142855
          p14: 0.26320807142855 + 0.12 * (1 - 0.26320807142855), // 0.351623102857
          p30: 0.351623102857 + 0.18 * (1 - 0.351623102857), // 0.468330944343
          expected_time_to_risk_days: (1 - 0.468330944343) * 40 + 2, // 23.266762226286
          basis: {
            confidence: 0.35,
            evidence: 0,
            publishable: false,
            top_drivers: ['sentiment', 'risk', 'waiting', 'response'],
          },
        },
        scope_risk: {
          p7: 0.75 * (0.48 * 0.4 + 0.18 * 0.2 + 0.14 * (2 / 6) + 0.2 * 0.369887142857), // 0.26148307142855
          p14: 0.26148307142855 + 0.12 * (1 - 0.26148307142855), // 0.350105102857
          p30: 0.350105102857 + 0.18 * (1 - 0.350105102857), // 0.467086184343
          expected_time_to_risk_days: (1 - 0.467086184343) * 40 + 2, // 23.316552626286
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
        { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' },
      ],
      outcomes: {},
      silences: [],
    },
  },
];

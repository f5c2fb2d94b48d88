import { CALM, NOW } from './calm.js';
import { clientNeeds, clientSays, recorded, teamSays } from './events.js';
import { WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** What similar cases do to the forecast of a client. */
export const SIMILAR_CLIENTS: GoldenHistory[] = [
  {
    name: 'similar: cases that ended badly worry, but show nothing of this project',
    now: NOW,
    events: [],
    similar_cases: [
      { similarity: 0.9, outcomes: [{ type: 'client_risk', severity: 5, evidence: ['message:77'] }] },
      { similarity: 0.6, outcomes: [{ type: 'delivery_risk', severity: 4, evidence: [] }] },
      { similarity: 0.3, outcomes: [] },
    ],
    expected: {
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      forecasts: {
        delivery_risk: {
          // S = 0.8: one case's 4 / 5
          p7: 0.75 * 0 + 0.25 * 0.8, // 0.2
          p14: 0.2 + (0.12 + 0.18 * 0.8) * (1 - 0.2), // 0.4112
          p30: 0.4112 + (0.18 + 0.22 * 0.8) * (1 - 0.4112), // 0.6208128
          expected_time_to_risk_days: (1 - 0.6208128) * 40 + 2, // 17.167488
          basis: { confidence: 0.35 + 0.08 * 3, evidence: 0, publishable: false, top_drivers: [] },
        },
        finance_risk: {
          p7: 0.75 * 0, // 0
          p14: 0 + 0.12 * (1 - 0), // 0.12
          p30: 0.12 + 0.18 * (1 - 0.12), // 0.2784
          expected_time_to_risk_days: (1 - 0.2784) * 40 + 2, // 30.864
          basis: { confidence: 0.35 + 0.08 * 3, evidence: 0, publishable: false, top_drivers: [] },
        },
        client_risk: {
          // S = 1: one case's 5 / 5
          p7: 0.75 * 0 + 0.25 * 1, // 0.25
          p14: 0.25 + (0.12 + 0.18 * 1) * (1 - 0.25), // 0.475
          p30: 0.475 + (0.18 + 0.22 * 1) * (1 - 0.475), // 0.685
          expected_time_to_risk_days: (1 - 0.685) * 40 + 2, // 14.6
          basis: { confidence: 0.35 + 0.08 * 3, evidence: 0, publishable: false, top_drivers: [] },
        },
        scope_risk: {
          p7: 0.75 * 0, // 0
          p14: 0 + 0.12 * (1 - 0), // 0.12
          p30: 0.12 + 0.18 * (1 - 0.12), // 0.2784
          expected_time_to_risk_days: (1 - 0.2784) * 40 + 2, // 30.864
          basis: { confidence: 0.35 + 0.08 * 3, evidence: 0, publishable: false, top_drivers: [] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'similar: four days without an answer, as of a client that left',
    now: NOW,
    events: [
      teamSays('2026-05-27T12:00Z', { evidence: ['message:1', 'doc:offer'] }), // 4 d ago
    ],
    similar_cases: [{ similarity: 0.7, outcomes: [{ type: 'client_risk', severity: 4, evidence: ['message:77'] }] }],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 4, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting (4 / 6) * 100
        project_health: { value: 100 - 0.1 * (4 / 6) * 100, band: 'low' }, // 93.333333333333
        risk: { value: 0.06 * (4 / 6) * 100, band: 'low' }, // 4
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 93.333333333333,
          band: 'medium',
        }, // 64
        upsell_likelihood: {
          value: 0.4 * 64 + 0.35 * 0 + 0.25 * (0.6 * (100 - 4) + 0.4 * 93.333333333333),
          band: 'medium',
        }, // 49.333333333333
      },
      forecasts: {
        // norms: waiting (4 / 6), risk 0.04
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.04), // 0.0054
          p14: 0.0054 + 0.12 * (1 - 0.0054), // 0.124752
          p30: 0.124752 + 0.18 * (1 - 0.124752), // 0.28229664
          expected_time_to_risk_days: (1 - 0.28229664) * 40 + 2, // 30.7081344
          basis: { confidence: 0.35 + 0.08 * 1, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.04), // 0.0075
          p14: 0.0075 + 0.12 * (1 - 0.0075), // 0.1266
          p30: 0.1266 + 0.18 * (1 - 0.1266), // 0.283812
          expected_time_to_risk_days: (1 - 0.283812) * 40 + 2, // 30.64752
          basis: { confidence: 0.35 + 0.08 * 1, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * (4 / 6) + 0.2 * 0.04 = 0.221333333333, raised: waiting of 4 d or more
          // S = 0.8: one case's 4 / 5
          p7: 0.75 * 0.62 + 0.25 * 0.8, // 0.665
          p14: 0.665 + (0.12 + 0.18 * 0.8) * (1 - 0.665), // 0.75344
          p30: 0.75344 + (0.18 + 0.22 * 0.8) * (1 - 0.75344), // 0.84121536
          expected_time_to_risk_days: (1 - 0.84121536) * 40 + 2, // 8.3513856
          basis: {
            confidence: 0.35 + 0.08 * 1 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['waiting', 'risk'],
          },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * (4 / 6) + 0.2 * 0.04), // 0.076
          p14: 0.076 + 0.12 * (1 - 0.076), // 0.18688
          p30: 0.18688 + 0.18 * (1 - 0.18688), // 0.3332416
          expected_time_to_risk_days: (1 - 0.3332416) * 40 + 2, // 28.670336
          basis: {
            confidence: 0.35 + 0.08 * 1 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['waiting', 'risk'],
          },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: { client_risk: 4 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
  // p30 of client_risk forbids the offer; the outcomes of the similar cases have no evidence to win the client back by.
  {
    name: 'similar: likely to buy, and too likely to leave',
    now: NOW,
    events: [
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c2', sentiment_score: 1 }), // 20 d ago
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 100000), // 17 d ago
      teamSays('2026-05-27T12:00Z', { evidence: ['message:1', 'doc:offer'] }), // 4 d ago
      clientNeeds('2026-05-29T12:00Z'), // 2 d ago
      clientNeeds('2026-05-30T12:00Z'), // 1 d ago
    ],
    similar_cases: [
      { similarity: 0.8, outcomes: [{ type: 'client_risk', severity: 5, evidence: [] }] },
      { similarity: 0.5, outcomes: [{ type: 'client_risk', severity: 5, evidence: [] }] },
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 4, status: 'critical' },
      },
      facts: { ...CALM.facts, revenue: 100000, needs_7d: 2 },
      scores: {
        // of 100: waiting (4 / 6) * 100
        project_health: { value: 100 - 0.1 * (4 / 6) * 100, band: 'low' }, // 93.333333333333
        risk: { value: 0.06 * (4 / 6) * 100, band: 'low' }, // 4
        client_value: {
          value: 0.3 * 100 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (1 + 1) * 50 + 0.15 * 93.333333333333,
          band: 'high',
        }, // 99
        upsell_likelihood: {
          value: 0.4 * 99 + 0.35 * (35 * 2 + 12 * 0) + 0.25 * (0.6 * (100 - 4) + 0.4 * 93.333333333333),
          band: 'critical',
        }, // 87.833333333333
      },
      forecasts: {
        // norms: waiting (4 / 6), risk 0.04
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.04), // 0.0054
          p14: 0.0054 + 0.12 * (1 - 0.0054), // 0.124752
          p30: 0.124752 + 0.18 * (1 - 0.124752), // 0.28229664
          expected_time_to_risk_days: (1 - 0.28229664) * 40 + 2, // 30.7081344
          basis: { confidence: 0.35 + 0.08 * 2, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.04), // 0.0075
          p14: 0.0075 + 0.12 * (1 - 0.0075), // 0.1266
          p30: 0.1266 + 0.18 * (1 - 0.1266), // 0.283812
          expected_time_to_risk_days: (1 - 0.283812) * 40 + 2, // 30.64752
          basis: { confidence: 0.35 + 0.08 * 2, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * (4 / 6) + 0.2 * 0.04 = 0.221333333333, raised: waiting of 4 d or more
          // S = (0.8 * (5 / 5) + 0.5 * (5 / 5)) / (0.8 + 0.5) = 1
          p7: 0.75 * 0.62 + 0.25 * 1, // 0.715
          p14: 0.715 + (0.12 + 0.18 * 1) * (1 - 0.715), // 0.8005
          p30: 0.8005 + (0.18 + 0.22 * 1) * (1 - 0.8005), // 0.8803
          expected_time_to_risk_days: (1 - 0.8803) * 40 + 2, // 6.788
          basis: {
            confidence: 0.35 + 0.08 * 2 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['waiting', 'risk'],
          },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * (4 / 6) + 0.2 * 0.04), // 0.076
          p14: 0.076 + 0.12 * (1 - 0.076), // 0.18688
          p30: 0.18688 + 0.18 * (1 - 0.18688), // 0.3332416
          expected_time_to_risk_days: (1 - 0.3332416) * 40 + 2, // 28.670336
          basis: {
            confidence: 0.35 + 0.08 * 2 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['waiting', 'risk'],
          },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: { client_risk: 4 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
];

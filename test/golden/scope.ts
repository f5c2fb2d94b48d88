import { CALM, NOW } from './calm.js';
import { clientAsksForMore, clientSays } from './events.js';
import { SCOPE_CREEP_CHANGE_REQUEST } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** The client asks for more than was agreed. */
export const SCOPE: GoldenHistory[] = [
  {
    name: 'scope: one wish in five messages',
    now: NOW,
    events: [
      clientSays('2026-05-25T12:00Z'), // 6 d ago
      clientSays('2026-05-26T12:00Z'), // 5 d ago
      clientSays('2026-05-27T12:00Z'), // 4 d ago
      clientSays('2026-05-28T12:00Z', { evidence: ['message:4', 'doc:extra'] }), // 3 d ago
      clientAsksForMore('2026-05-28T12:00Z', ['message:4', 'doc:extra']), // 3 d ago
      clientSays('2026-05-30T12:00Z'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        scope_creep_rate: { value: 1 / 5, status: 'warn', evidence: ['message:4', 'doc:extra'] },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: {
        // of 100: scope 50 (2.5 x 0.2)
        project_health: { value: 100 - 0.1 * 50, band: 'low' }, // 95
        risk: { value: 0.1 * 50, band: 'low' }, // 5
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 95,
          band: 'medium',
        }, // 64.25
        upsell_likelihood: {
          value: 0.4 * 64.25 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 5) + 0.4 * 95),
          band: 'medium',
        }, // 53.65
      },
      forecasts: {
        // norms: scope 0.4 (0.2 / 0.5), risk 0.05
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.05), // 0.00675
          p14: 0.00675 + 0.12 * (1 - 0.00675), // 0.12594
          p30: 0.12594 + 0.18 * (1 - 0.12594), // 0.2832708
          expected_time_to_risk_days: (1 - 0.2832708) * 40 + 2, // 30.669168
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.05), // 0.009375
          p14: 0.009375 + 0.12 * (1 - 0.009375), // 0.12825
          p30: 0.12825 + 0.18 * (1 - 0.12825), // 0.285165
          expected_time_to_risk_days: (1 - 0.285165) * 40 + 2, // 30.5934
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.05), // 0.0075
          p14: 0.0075 + 0.12 * (1 - 0.0075), // 0.1266
          p30: 0.1266 + 0.18 * (1 - 0.1266), // 0.283812
          expected_time_to_risk_days: (1 - 0.283812) * 40 + 2, // 30.64752
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.48 * 0.4 + 0.2 * 0.05), // 0.1515
          p14: 0.1515 + 0.12 * (1 - 0.1515), // 0.25332
          p30: 0.25332 + 0.18 * (1 - 0.25332), // 0.3877224
          expected_time_to_risk_days: (1 - 0.3877224) * 40 + 2, // 26.491104
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['scope', 'risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  // upsell_likelihood is above 65, but the forecast of client_risk that an offer would look at has no evidence.
  {
    name: 'scope: seven wishes in twenty messages, a chance for an offer that rests on nothing',
    now: NOW,
    events: [
      clientSays('2026-05-25T00:00Z'), // 6.5 d ago
      clientSays('2026-05-25T06:00Z', { evidence: ['message:1'] }), // 6.25 d ago
      clientAsksForMore('2026-05-25T06:00Z', ['message:1']), // 6.25 d ago
      clientSays('2026-05-25T12:00Z'), // 6 d ago
      clientSays('2026-05-25T18:00Z'), // 5.75 d ago
      clientSays('2026-05-26T00:00Z', { evidence: ['message:2'] }), // 5.5 d ago
      clientAsksForMore('2026-05-26T00:00Z', ['message:2']), // 5.5 d ago
      clientSays('2026-05-26T06:00Z'), // 5.25 d ago
      clientSays('2026-05-26T12:00Z'), // 5 d ago
      clientSays('2026-05-26T18:00Z', { evidence: ['message:3'] }), // 4.75 d ago
      clientAsksForMore('2026-05-26T18:00Z', ['message:3']), // 4.75 d ago
      clientSays('2026-05-27T00:00Z'), // 4.5 d ago
      clientSays('2026-05-27T06:00Z'), // 4.25 d ago
      clientSays('2026-05-27T12:00Z', { evidence: ['message:4'] }), // 4 d ago
      clientAsksForMore('2026-05-27T12:00Z', ['message:4']), // 4 d ago
      clientSays('2026-05-27T18:00Z'), // 3.75 d ago
      clientSays('2026-05-28T00:00Z'), // 3.5 d ago
      clientSays('2026-05-28T06:00Z', { evidence: ['message:5'] }), // 3.25 d ago
      clientAsksForMore('2026-05-28T06:00Z', ['message:5']), // 3.25 d ago
      clientSays('2026-05-28T12:00Z'), // 3 d ago
      clientSays('2026-05-28T18:00Z'), // 2.75 d ago
      clientSays('2026-05-29T00:00Z', { evidence: ['message:6'] }), // 2.5 d ago
      clientAsksForMore('2026-05-29T00:00Z', ['message:6']), // 2.5 d ago
      clientSays('2026-05-29T06:00Z'), // 2.25 d ago
      clientSays('2026-05-29T12:00Z'), // 2 d ago
      clientSays('2026-05-29T18:00Z', { evidence: ['message:7'] }), // 1.75 d ago
      clientAsksForMore('2026-05-29T18:00Z', ['message:7']), // 1.75 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        scope_creep_rate: {
          value: 7 / 20,
          status: 'critical',
          evidence: ['message:7', 'message:6', 'message:5', 'message:4', 'message:3', 'message:2', 'message:1'],
        },
      },
      facts: { ...CALM.facts, scope_changes_7d: 7 },
      scores: {
        // of 100: scope 2.5 * (7 / 20) * 100
        project_health: { value: 100 - 0.1 * 2.5 * (7 / 20) * 100, band: 'low' }, // 91.25
        risk: { value: 0.1 * 2.5 * (7 / 20) * 100, band: 'low' }, // 8.75
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 91.25,
          band: 'medium',
        }, // 63.6875
        upsell_likelihood: {
          value: 0.4 * 63.6875 + 0.35 * (35 * 0 + 12 * 7) + 0.25 * (0.6 * (100 - 8.75) + 0.4 * 91.25),
          band: 'high',
        }, // 77.6875
      },
      forecasts: {
        // norms: scope 0.7 (0.35 / 0.5), risk 0.0875
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.0875), // 0.0118125
          p14: 0.0118125 + 0.12 * (1 - 0.0118125), // 0.130395
          p30: 0.130395 + 0.18 * (1 - 0.130395), // 0.2869239
          expected_time_to_risk_days: (1 - 0.2869239) * 40 + 2, // 30.523044
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.0875), // 0.01640625
          p14: 0.01640625 + 0.12 * (1 - 0.01640625), // 0.1344375
          p30: 0.1344375 + 0.18 * (1 - 0.1344375), // 0.29023875
          expected_time_to_risk_days: (1 - 0.29023875) * 40 + 2, // 30.39045
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.0875), // 0.013125
          p14: 0.013125 + 0.12 * (1 - 0.013125), // 0.13155
          p30: 0.13155 + 0.18 * (1 - 0.13155), // 0.287871
          expected_time_to_risk_days: (1 - 0.287871) * 40 + 2, // 30.48516
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          // 0.48 * 0.7 + 0.2 * 0.0875 = 0.3535, raised: scope creep of 0.35 or more
          p7: 0.75 * 0.6, // 0.45
          p14: 0.45 + 0.12 * (1 - 0.45), // 0.516
          p30: 0.516 + 0.18 * (1 - 0.516), // 0.60312
          expected_time_to_risk_days: (1 - 0.60312) * 40 + 2, // 17.8752
          basis: { confidence: 0.35 + 0.01 * 7, evidence: 7, publishable: true, top_drivers: ['scope', 'risk'] },
        },
      },
      recommendations: [{ ...SCOPE_CREEP_CHANGE_REQUEST, priority: 5, due_date: '2026-06-02', gate: 'shown' }],
      outcomes: { scope_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'scope: a wish without any message',
    now: NOW,
    events: [
      clientAsksForMore('2026-05-30T12:00Z', ['message:1']), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // of no message as of one
        scope_creep_rate: { value: 1 / 1, status: 'critical', evidence: ['message:1'] },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: {
        // of 100: scope 100 (2.5 x 1, clamped)
        project_health: { value: 100 - 0.1 * 100, band: 'low' }, // 90
        risk: { value: 0.1 * 100, band: 'low' }, // 10
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 90,
          band: 'medium',
        }, // 63.5
        upsell_likelihood: {
          value: 0.4 * 63.5 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 10) + 0.4 * 90),
          band: 'medium',
        }, // 52.1
      },
      forecasts: {
        // norms: scope 1 (1 / 0.5, clamped), risk 0.1
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.1), // 0.0135
          p14: 0.0135 + 0.12 * (1 - 0.0135), // 0.13188
          p30: 0.13188 + 0.18 * (1 - 0.13188), // 0.2881416
          expected_time_to_risk_days: (1 - 0.2881416) * 40 + 2, // 30.474336
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.1), // 0.01875
          p14: 0.01875 + 0.12 * (1 - 0.01875), // 0.1365
          p30: 0.1365 + 0.18 * (1 - 0.1365), // 0.29193
          expected_time_to_risk_days: (1 - 0.29193) * 40 + 2, // 30.3228
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.1), // 0.015
          p14: 0.015 + 0.12 * (1 - 0.015), // 0.1332
          p30: 0.1332 + 0.18 * (1 - 0.1332), // 0.289224
          expected_time_to_risk_days: (1 - 0.289224) * 40 + 2, // 30.43104
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          // 0.48 * 1 + 0.2 * 0.1 = 0.5, raised: scope creep of 0.35 or more
          p7: 0.75 * 0.6, // 0.45
          p14: 0.45 + 0.12 * (1 - 0.45), // 0.516
          p30: 0.516 + 0.18 * (1 - 0.516), // 0.60312
          expected_time_to_risk_days: (1 - 0.60312) * 40 + 2, // 17.8752
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['scope', 'risk'] },
        },
      },
      recommendations: [],
      outcomes: { scope_risk: 5 },
      silences: [],
    },
  },
  // Two events the week before and two in the last: no drop of activity.
  {
    name: 'scope: a wish of exactly a week ago has left the window',
    now: NOW,
    events: [
      clientSays('2026-05-24T12:00Z'), // 7 d ago
      clientAsksForMore('2026-05-24T12:00Z'), // 7 d ago
      clientSays('2026-05-29T12:00Z'), // 2 d ago
      clientSays('2026-05-30T12:00Z'), // 1 d ago
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

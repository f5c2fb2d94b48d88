import { CALM, NOW } from './calm.js';
import { clientSays, teamSays } from './events.js';
import { WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** The client is silent: four days and more, also in the past. */
export const SILENCE: GoldenHistory[] = [
  {
    name: 'silence: four days exactly are critical, and the silence begins now',
    now: NOW,
    events: [
      teamSays('2026-05-27T12:00Z', { evidence: ['message:1', 'doc:offer'] }), // 4 d ago
    ],
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
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.04), // 0.0075
          p14: 0.0075 + 0.12 * (1 - 0.0075), // 0.1266
          p30: 0.1266 + 0.18 * (1 - 0.1266), // 0.283812
          expected_time_to_risk_days: (1 - 0.283812) * 40 + 2, // 30.64752
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * (4 / 6) + 0.2 * 0.04 = 0.221333333333, raised: waiting of 4 d or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * (4 / 6) + 0.2 * 0.04), // 0.076
          p14: 0.076 + 0.12 * (1 - 0.076), // 0.18688
          p30: 0.18688 + 0.18 * (1 - 0.18688), // 0.3332416
          expected_time_to_risk_days: (1 - 0.3332416) * 40 + 2, // 28.670336
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: { client_risk: 4 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
  {
    name: 'silence: six days, of which only chunks of text tell',
    now: NOW,
    events: [
      teamSays('2026-05-25T12:00Z', { evidence: ['rag:1', 'rag:2'] }), // 6 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 6, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting 100 (6 d of 6)
        project_health: { value: 100 - 0.1 * 100, band: 'low' }, // 90
        risk: { value: 0.06 * 100, band: 'low' }, // 6
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 90,
          band: 'medium',
        }, // 63.5
        upsell_likelihood: { value: 0.4 * 63.5 + 0.35 * 0 + 0.25 * (0.6 * (100 - 6) + 0.4 * 90), band: 'medium' }, // 48.5
      },
      forecasts: {
        // norms: waiting 1 (6 d of 6), risk 0.06
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.06), // 0.0081
          p14: 0.0081 + 0.12 * (1 - 0.0081), // 0.127128
          p30: 0.127128 + 0.18 * (1 - 0.127128), // 0.28424496
          expected_time_to_risk_days: (1 - 0.28424496) * 40 + 2, // 30.6302016
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.06), // 0.01125
          p14: 0.01125 + 0.12 * (1 - 0.01125), // 0.1299
          p30: 0.1299 + 0.18 * (1 - 0.1299), // 0.286518
          expected_time_to_risk_days: (1 - 0.286518) * 40 + 2, // 30.53928
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * 1 + 0.2 * 0.06 = 0.332, raised: waiting of 4 d or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * 1 + 0.2 * 0.06), // 0.114
          p14: 0.114 + 0.12 * (1 - 0.114), // 0.22032
          p30: 0.22032 + 0.18 * (1 - 0.22032), // 0.3606624
          expected_time_to_risk_days: (1 - 0.3606624) * 40 + 2, // 27.573504
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'no_primary' }],
      outcomes: { client_risk: 5 },
      silences: ['2026-05-29T12:00Z'],
    },
  },
  {
    name: 'silence: the client answers at this very moment, and was silent before',
    now: NOW,
    events: [
      teamSays('2026-05-26T12:00Z'), // 5 d ago
      clientSays('2026-05-31T12:00Z'), // now
    ],
    expected: {
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      forecasts: CALM.forecasts,
      recommendations: [],
      outcomes: {},
      silences: ['2026-05-30T12:00Z'],
    },
  },
  {
    name: 'silence: we write again into it, and it stays the same one',
    now: NOW,
    events: [
      teamSays('2026-05-22T12:00Z'), // 9 d ago
      teamSays('2026-05-25T12:00Z'), // 6 d ago; a follow-up: the count goes on
      teamSays('2026-05-31T00:00Z', { evidence: ['message:3'] }), // 0.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // since our first message, not since the last
        waiting_on_client_days: { value: 9, status: 'critical', evidence: ['message:3'] },
        // one message the week before, two in the last
        activity_drop: { value: 0, status: 'ok' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting 100 (9 d of 6, clamped)
        project_health: { value: 100 - 0.1 * 100, band: 'low' }, // 90
        risk: { value: 0.06 * 100, band: 'low' }, // 6
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 90,
          band: 'medium',
        }, // 63.5
        upsell_likelihood: { value: 0.4 * 63.5 + 0.35 * 0 + 0.25 * (0.6 * (100 - 6) + 0.4 * 90), band: 'medium' }, // 48.5
      },
      forecasts: {
        // norms: waiting 1 (9 d of 6, clamped), risk 0.06
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.06), // 0.0081
          p14: 0.0081 + 0.12 * (1 - 0.0081), // 0.127128
          p30: 0.127128 + 0.18 * (1 - 0.127128), // 0.28424496
          expected_time_to_risk_days: (1 - 0.28424496) * 40 + 2, // 30.6302016
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.06), // 0.01125
          p14: 0.01125 + 0.12 * (1 - 0.01125), // 0.1299
          p30: 0.1299 + 0.18 * (1 - 0.1299), // 0.286518
          expected_time_to_risk_days: (1 - 0.286518) * 40 + 2, // 30.53928
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * 1 + 0.2 * 0.06 = 0.332, raised: waiting of 4 d or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * 1 + 0.2 * 0.06), // 0.114
          p14: 0.114 + 0.12 * (1 - 0.114), // 0.22032
          p30: 0.22032 + 0.18 * (1 - 0.22032), // 0.3606624
          expected_time_to_risk_days: (1 - 0.3606624) * 40 + 2, // 27.573504
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' }],
      outcomes: { client_risk: 5 },
      silences: ['2026-05-26T12:00Z'],
    },
  },
  {
    name: 'silence: no matter in which conversation we spoke last',
    now: NOW,
    events: [
      clientSays('2026-05-30T12:00Z', { conversation_id: 'c1' }), // 1 d ago
      teamSays('2026-05-30T18:00Z', { conversation_id: 'c2' }), // 0.75 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 0.75, status: 'ok' },
        // the question in c1 is open: nothing to measure yet
        response_time_median: { value: 0, status: 'ok' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting 12.5 (0.75 d of 6)
        project_health: { value: 100 - 0.1 * 12.5, band: 'low' }, // 98.75
        risk: { value: 0.06 * 12.5, band: 'low' }, // 0.75
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 98.75,
          band: 'medium',
        }, // 64.8125
        upsell_likelihood: {
          value: 0.4 * 64.8125 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0.75) + 0.4 * 98.75),
          band: 'medium',
        }, // 50.6875
      },
      forecasts: {
        // norms: waiting 0.125 (0.75 d of 6), risk 0.0075
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.0075), // 0.0010125
          p14: 0.0010125 + 0.12 * (1 - 0.0010125), // 0.120891
          p30: 0.120891 + 0.18 * (1 - 0.120891), // 0.27913062
          expected_time_to_risk_days: (1 - 0.27913062) * 40 + 2, // 30.8347752
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.0075), // 0.00140625
          p14: 0.00140625 + 0.12 * (1 - 0.00140625), // 0.1212375
          p30: 0.1212375 + 0.18 * (1 - 0.1212375), // 0.27941475
          expected_time_to_risk_days: (1 - 0.27941475) * 40 + 2, // 30.82341
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * 0.125 + 0.2 * 0.0075), // 0.031125
          p14: 0.031125 + 0.12 * (1 - 0.031125), // 0.14739
          p30: 0.14739 + 0.18 * (1 - 0.14739), // 0.3008598
          expected_time_to_risk_days: (1 - 0.3008598) * 40 + 2, // 29.965608
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * 0.125 + 0.2 * 0.0075), // 0.01425
          p14: 0.01425 + 0.12 * (1 - 0.01425), // 0.13254
          p30: 0.13254 + 0.18 * (1 - 0.13254), // 0.2886828
          expected_time_to_risk_days: (1 - 0.2886828) * 40 + 2, // 30.452688
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
];

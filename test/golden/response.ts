import { CALM, NOW } from './calm.js';
import { clientAsks, clientSays, teamSays, teamTells } from './events.js';
import type { GoldenHistory } from './types.js';

/** How long the client waits for us. */
export const RESPONSE: GoldenHistory[] = [
  {
    name: 'response: answers after two and six hours',
    now: NOW,
    events: [
      clientAsks('2026-05-28T12:00Z'), // 3 d ago
      teamSays('2026-05-28T14:00Z'), // 3 d ago, 120 min later
      clientAsks('2026-05-29T12:00Z', { conversation_id: 'c2' }), // 2 d ago
      teamSays('2026-05-29T18:00Z', { conversation_id: 'c2' }), // 2 d ago, 360 min later
      clientSays('2026-05-30T12:00Z', { conversation_id: 'c2' }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        response_time_median: { value: (120 + 360) / 2, status: 'warn' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: response (240 / 720) * 100
        project_health: { value: 100 - 0.08 * (240 / 720) * 100, band: 'low' }, // 97.333333333333
        risk: { value: 0.04 * (240 / 720) * 100, band: 'low' }, // 1.333333333333
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 97.333333333333,
          band: 'medium',
        }, // 64.6
        upsell_likelihood: {
          value: 0.4 * 64.6 + 0.35 * 0 + 0.25 * (0.6 * (100 - 1.333333333333) + 0.4 * 97.333333333333),
          band: 'medium',
        }, // 50.373333333333
      },
      forecasts: {
        // norms: response (240 / 720), risk 0.013333333333
        delivery_risk: {
          p7: 0.75 * (0.12 * (240 / 720) + 0.18 * 0.013333333333), // 0.0318
          p14: 0.0318 + 0.12 * (1 - 0.0318), // 0.147984
          p30: 0.147984 + 0.18 * (1 - 0.147984), // 0.30134688
          expected_time_to_risk_days: (1 - 0.30134688) * 40 + 2, // 29.946124800001
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['response', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.013333333333), // 0.0025
          p14: 0.0025 + 0.12 * (1 - 0.0025), // 0.1222
          p30: 0.1222 + 0.18 * (1 - 0.1222), // 0.280204
          expected_time_to_risk_days: (1 - 0.280204) * 40 + 2, // 30.791840000002
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * (240 / 720) + 0.2 * 0.013333333333), // 0.03199999999995
          p14: 0.03199999999995 + 0.12 * (1 - 0.03199999999995), // 0.14816
          p30: 0.14816 + 0.18 * (1 - 0.14816), // 0.3014912
          expected_time_to_risk_days: (1 - 0.3014912) * 40 + 2, // 29.940352000001
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['response', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.013333333333), // 0.00199999999995
          p14: 0.00199999999995 + 0.12 * (1 - 0.00199999999995), // 0.12176
          p30: 0.12176 + 0.18 * (1 - 0.12176), // 0.2798432
          expected_time_to_risk_days: (1 - 0.2798432) * 40 + 2, // 30.806272000001
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: half a day, told by the question and the answer',
    now: NOW,
    events: [
      clientAsks('2026-05-29T00:00Z', { evidence: ['message:1'] }), // 2.5 d ago
      teamSays('2026-05-29T12:00Z', { evidence: ['message:2'] }), // 2 d ago
      clientSays('2026-05-30T12:00Z'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        response_time_median: { value: 720, status: 'critical', evidence: ['message:2', 'message:1'] },
      },
      facts: CALM.facts,
      scores: {
        // of 100: response 100 (720 min of 720)
        project_health: { value: 100 - 0.08 * 100, band: 'low' }, // 92
        risk: { value: 0.04 * 100, band: 'low' }, // 4
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 92,
          band: 'medium',
        }, // 63.8
        upsell_likelihood: { value: 0.4 * 63.8 + 0.35 * 0 + 0.25 * (0.6 * (100 - 4) + 0.4 * 92), band: 'medium' }, // 49.12
      },
      forecasts: {
        // norms: response 1 (720 min of 720), risk 0.04
        delivery_risk: {
          p7: 0.75 * (0.12 * 1 + 0.18 * 0.04), // 0.0954
          p14: 0.0954 + 0.12 * (1 - 0.0954), // 0.203952
          p30: 0.203952 + 0.18 * (1 - 0.203952), // 0.34724064
          expected_time_to_risk_days: (1 - 0.34724064) * 40 + 2, // 28.1103744
          basis: {
            confidence: 0.35 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['response', 'risk'],
            evidence_refs: ['message:2', 'message:1'],
          },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.04), // 0.0075
          p14: 0.0075 + 0.12 * (1 - 0.0075), // 0.1266
          p30: 0.1266 + 0.18 * (1 - 0.1266), // 0.283812
          expected_time_to_risk_days: (1 - 0.283812) * 40 + 2, // 30.64752
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * 1 + 0.2 * 0.04), // 0.096
          p14: 0.096 + 0.12 * (1 - 0.096), // 0.20448
          p30: 0.20448 + 0.18 * (1 - 0.20448), // 0.3476736
          expected_time_to_risk_days: (1 - 0.3476736) * 40 + 2, // 28.093056
          basis: {
            confidence: 0.35 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['response', 'risk'],
            evidence_refs: ['message:2', 'message:1'],
          },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.04), // 0.006
          p14: 0.006 + 0.12 * (1 - 0.006), // 0.12528
          p30: 0.12528 + 0.18 * (1 - 0.12528), // 0.2827296
          expected_time_to_risk_days: (1 - 0.2827296) * 40 + 2, // 30.690816
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: an answer of exactly 28 days ago has left the window',
    now: NOW,
    events: [
      clientAsks('2026-05-02T12:00Z'), // 29 d ago
      teamTells('2026-05-03T12:00Z'), // 28 d ago; a day late, and forgotten
      clientAsks('2026-05-03T18:00Z', { conversation_id: 'c2' }), // 27.75 d ago
      teamTells('2026-05-04T00:00Z', { conversation_id: 'c2' }), // 27.5 d ago
      clientSays('2026-05-04T12:00Z', { conversation_id: 'c2' }), // 27 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // a quarter of a day
        response_time_median: { value: 360, status: 'warn' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: response 50 (360 min of 720)
        project_health: { value: 100 - 0.08 * 50, band: 'low' }, // 96
        risk: { value: 0.04 * 50, band: 'low' }, // 2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 96,
          band: 'medium',
        }, // 64.4
        upsell_likelihood: { value: 0.4 * 64.4 + 0.35 * 0 + 0.25 * (0.6 * (100 - 2) + 0.4 * 96), band: 'medium' }, // 50.06
      },
      forecasts: {
        // norms: response 0.5 (360 min of 720), risk 0.02
        delivery_risk: {
          p7: 0.75 * (0.12 * 0.5 + 0.18 * 0.02), // 0.0477
          p14: 0.0477 + 0.12 * (1 - 0.0477), // 0.161976
          p30: 0.161976 + 0.18 * (1 - 0.161976), // 0.31282032
          expected_time_to_risk_days: (1 - 0.31282032) * 40 + 2, // 29.4871872
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['response', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.02), // 0.00375
          p14: 0.00375 + 0.12 * (1 - 0.00375), // 0.1233
          p30: 0.1233 + 0.18 * (1 - 0.1233), // 0.281106
          expected_time_to_risk_days: (1 - 0.281106) * 40 + 2, // 30.75576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * 0.5 + 0.2 * 0.02), // 0.048
          p14: 0.048 + 0.12 * (1 - 0.048), // 0.16224
          p30: 0.16224 + 0.18 * (1 - 0.16224), // 0.3130368
          expected_time_to_risk_days: (1 - 0.3130368) * 40 + 2, // 29.478528
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['response', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.02), // 0.003
          p14: 0.003 + 0.12 * (1 - 0.003), // 0.12264
          p30: 0.12264 + 0.18 * (1 - 0.12264), // 0.2805648
          expected_time_to_risk_days: (1 - 0.2805648) * 40 + 2, // 30.777408
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: from the first of several questions to the first of several answers, in each conversation',
    now: NOW,
    events: [
      clientAsks('2026-05-28T12:00Z'), // 3 d ago
      clientAsks('2026-05-28T13:00Z'), // 3 d ago, 60 min later
      teamSays('2026-05-28T15:00Z'), // 3 d ago, 180 min later
      teamSays('2026-05-28T16:00Z'), // 3 d ago, 240 min later
      clientSays('2026-05-29T12:00Z', { conversation_id: 'c2' }), // 2 d ago
      teamTells('2026-05-30T12:00Z'), // 1 d ago; in c1: no answer to c2
      clientSays('2026-05-31T00:00Z', { conversation_id: 'c2' }), // 0.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        response_time_median: { value: 180, status: 'ok' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: response 25 (180 min of 720)
        project_health: { value: 100 - 0.08 * 25, band: 'low' }, // 98
        risk: { value: 0.04 * 25, band: 'low' }, // 1
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 98,
          band: 'medium',
        }, // 64.7
        upsell_likelihood: { value: 0.4 * 64.7 + 0.35 * 0 + 0.25 * (0.6 * (100 - 1) + 0.4 * 98), band: 'medium' }, // 50.53
      },
      forecasts: {
        // norms: response 0.25 (180 min of 720), risk 0.01
        delivery_risk: {
          p7: 0.75 * (0.12 * 0.25 + 0.18 * 0.01), // 0.02385
          p14: 0.02385 + 0.12 * (1 - 0.02385), // 0.140988
          p30: 0.140988 + 0.18 * (1 - 0.140988), // 0.29561016
          expected_time_to_risk_days: (1 - 0.29561016) * 40 + 2, // 30.1755936
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['response', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.01), // 0.001875
          p14: 0.001875 + 0.12 * (1 - 0.001875), // 0.12165
          p30: 0.12165 + 0.18 * (1 - 0.12165), // 0.279753
          expected_time_to_risk_days: (1 - 0.279753) * 40 + 2, // 30.80988
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * 0.25 + 0.2 * 0.01), // 0.024
          p14: 0.024 + 0.12 * (1 - 0.024), // 0.14112
          p30: 0.14112 + 0.18 * (1 - 0.14112), // 0.2957184
          expected_time_to_risk_days: (1 - 0.2957184) * 40 + 2, // 30.171264
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['response', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.01), // 0.0015
          p14: 0.0015 + 0.12 * (1 - 0.0015), // 0.12132
          p30: 0.12132 + 0.18 * (1 - 0.12132), // 0.2794824
          expected_time_to_risk_days: (1 - 0.2794824) * 40 + 2, // 30.820704
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
];

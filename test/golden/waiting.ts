import { CALM, NOW } from './calm.js';
import { teamSays } from './events.js';
import { WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** The client is asked and does not answer. */
export const WAITING: GoldenHistory[] = [
  {
    name: 'waiting: three days without an answer',
    now: NOW,
    events: [
      teamSays('2026-05-28T12:00Z', { evidence: ['message:1'] }), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 3, status: 'warn', evidence: ['message:1'] },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting 50 (3 d of 6)
        project_health: { value: 100 - 0.1 * 50, band: 'low' }, // 95
        risk: { value: 0.06 * 50, band: 'low' }, // 3
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 95,
          band: 'medium',
        }, // 64.25
        upsell_likelihood: { value: 0.4 * 64.25 + 0.35 * 0 + 0.25 * (0.6 * (100 - 3) + 0.4 * 95), band: 'medium' }, // 49.75
      },
      forecasts: {
        // norms: waiting 0.5 (3 d of 6), risk 0.03
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.03), // 0.00405
          p14: 0.00405 + 0.12 * (1 - 0.00405), // 0.123564
          p30: 0.123564 + 0.18 * (1 - 0.123564), // 0.28132248
          expected_time_to_risk_days: (1 - 0.28132248) * 40 + 2, // 30.7471008
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.03), // 0.005625
          p14: 0.005625 + 0.12 * (1 - 0.005625), // 0.12495
          p30: 0.12495 + 0.18 * (1 - 0.12495), // 0.282459
          expected_time_to_risk_days: (1 - 0.282459) * 40 + 2, // 30.70164
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * 0.5 + 0.2 * 0.03), // 0.1245
          p14: 0.1245 + 0.12 * (1 - 0.1245), // 0.22956
          p30: 0.22956 + 0.18 * (1 - 0.22956), // 0.3682392
          expected_time_to_risk_days: (1 - 0.3682392) * 40 + 2, // 27.270432
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * 0.5 + 0.2 * 0.03), // 0.057
          p14: 0.057 + 0.12 * (1 - 0.057), // 0.17016
          p30: 0.17016 + 0.18 * (1 - 0.17016), // 0.3195312
          expected_time_to_risk_days: (1 - 0.3195312) * 40 + 2, // 29.218752
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' }],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'waiting: two days exactly are a warning',
    now: NOW,
    events: [
      teamSays('2026-05-29T12:00Z', { evidence: ['message:1', 'doc:brief'] }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 2, status: 'warn', evidence: ['message:1', 'doc:brief'] },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting (2 / 6) * 100
        project_health: { value: 100 - 0.1 * (2 / 6) * 100, band: 'low' }, // 96.666666666667
        risk: { value: 0.06 * (2 / 6) * 100, band: 'low' }, // 2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 96.666666666667,
          band: 'medium',
        }, // 64.5
        upsell_likelihood: {
          value: 0.4 * 64.5 + 0.35 * 0 + 0.25 * (0.6 * (100 - 2) + 0.4 * 96.666666666667),
          band: 'medium',
        }, // 50.166666666667
      },
      forecasts: {
        // norms: waiting (2 / 6), risk 0.02
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.02), // 0.0027
          p14: 0.0027 + 0.12 * (1 - 0.0027), // 0.122376
          p30: 0.122376 + 0.18 * (1 - 0.122376), // 0.28034832
          expected_time_to_risk_days: (1 - 0.28034832) * 40 + 2, // 30.7860672
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.02), // 0.00375
          p14: 0.00375 + 0.12 * (1 - 0.00375), // 0.1233
          p30: 0.1233 + 0.18 * (1 - 0.1233), // 0.281106
          expected_time_to_risk_days: (1 - 0.281106) * 40 + 2, // 30.75576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * (2 / 6) + 0.2 * 0.02), // 0.083
          p14: 0.083 + 0.12 * (1 - 0.083), // 0.19304
          p30: 0.19304 + 0.18 * (1 - 0.19304), // 0.3382928
          expected_time_to_risk_days: (1 - 0.3382928) * 40 + 2, // 28.468288
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * (2 / 6) + 0.2 * 0.02), // 0.038
          p14: 0.038 + 0.12 * (1 - 0.038), // 0.15344
          p30: 0.15344 + 0.18 * (1 - 0.15344), // 0.3058208
          expected_time_to_risk_days: (1 - 0.3058208) * 40 + 2, // 29.767168
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [
        // quality 0.5 * 2 / 4 + 0.35 * 2 / 3 + 0.15
        { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
      ],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'waiting: a day and a half is no reason to act',
    now: NOW,
    events: [
      teamSays('2026-05-30T00:00Z', { evidence: ['message:1', 'doc:brief'] }), // 1.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 1.5, status: 'ok' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting 25 (1.5 d of 6)
        project_health: { value: 100 - 0.1 * 25, band: 'low' }, // 97.5
        risk: { value: 0.06 * 25, band: 'low' }, // 1.5
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 97.5,
          band: 'medium',
        }, // 64.625
        upsell_likelihood: { value: 0.4 * 64.625 + 0.35 * 0 + 0.25 * (0.6 * (100 - 1.5) + 0.4 * 97.5), band: 'medium' }, // 50.375
      },
      forecasts: {
        // norms: waiting 0.25 (1.5 d of 6), risk 0.015
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.015), // 0.002025
          p14: 0.002025 + 0.12 * (1 - 0.002025), // 0.121782
          p30: 0.121782 + 0.18 * (1 - 0.121782), // 0.27986124
          expected_time_to_risk_days: (1 - 0.27986124) * 40 + 2, // 30.8055504
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.015), // 0.0028125
          p14: 0.0028125 + 0.12 * (1 - 0.0028125), // 0.122475
          p30: 0.122475 + 0.18 * (1 - 0.122475), // 0.2804295
          expected_time_to_risk_days: (1 - 0.2804295) * 40 + 2, // 30.78282
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * 0.25 + 0.2 * 0.015), // 0.06225
          p14: 0.06225 + 0.12 * (1 - 0.06225), // 0.17478
          p30: 0.17478 + 0.18 * (1 - 0.17478), // 0.3233196
          expected_time_to_risk_days: (1 - 0.3233196) * 40 + 2, // 29.067216
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * 0.25 + 0.2 * 0.015), // 0.0285
          p14: 0.0285 + 0.12 * (1 - 0.0285), // 0.14508
          p30: 0.14508 + 0.18 * (1 - 0.14508), // 0.2989656
          expected_time_to_risk_days: (1 - 0.2989656) * 40 + 2, // 30.041376
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'waiting: the last millisecond of the year',
    now: '2026-12-31T23:59:59.999Z',
    events: [
      teamSays('2026-12-29T23:59:59.999Z', { evidence: ['message:1', 'doc:brief'] }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 2, status: 'warn' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: waiting (2 / 6) * 100
        project_health: { value: 100 - 0.1 * (2 / 6) * 100, band: 'low' }, // 96.666666666667
        risk: { value: 0.06 * (2 / 6) * 100, band: 'low' }, // 2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 96.666666666667,
          band: 'medium',
        }, // 64.5
        upsell_likelihood: {
          value: 0.4 * 64.5 + 0.35 * 0 + 0.25 * (0.6 * (100 - 2) + 0.4 * 96.666666666667),
          band: 'medium',
        }, // 50.166666666667
      },
      forecasts: {
        // norms: waiting (2 / 6), risk 0.02
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.02), // 0.0027
          p14: 0.0027 + 0.12 * (1 - 0.0027), // 0.122376
          p30: 0.122376 + 0.18 * (1 - 0.122376), // 0.28034832
          expected_time_to_risk_days: (1 - 0.28034832) * 40 + 2, // 30.7860672
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.02), // 0.00375
          p14: 0.00375 + 0.12 * (1 - 0.00375), // 0.1233
          p30: 0.1233 + 0.18 * (1 - 0.1233), // 0.281106
          expected_time_to_risk_days: (1 - 0.281106) * 40 + 2, // 30.75576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * (2 / 6) + 0.2 * 0.02), // 0.083
          p14: 0.083 + 0.12 * (1 - 0.083), // 0.19304
          p30: 0.19304 + 0.18 * (1 - 0.19304), // 0.3382928
          expected_time_to_risk_days: (1 - 0.3382928) * 40 + 2, // 28.468288
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * (2 / 6) + 0.2 * 0.02), // 0.038
          p14: 0.038 + 0.12 * (1 - 0.038), // 0.15344
          p30: 0.15344 + 0.18 * (1 - 0.15344), // 0.3058208
          expected_time_to_risk_days: (1 - 0.3058208) * 40 + 2, // 29.767168
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 4, due_date: '2027-01-01', gate: 'shown' }],
      outcomes: {},
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
import { noted, processWarned, silenceNoted } from './events.js';
import type { GoldenHistory } from './types.js';

/** Work and talk that become less. */
export const ACTIVITY: GoldenHistory[] = [
  {
    name: 'activity: ten notes, then seven',
    now: NOW,
    events: [
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
      noted('2026-05-25T12:00Z'), // 6 d ago
      noted('2026-05-26T12:00Z'), // 5 d ago
      noted('2026-05-27T12:00Z'), // 4 d ago
      noted('2026-05-28T12:00Z'), // 3 d ago
      noted('2026-05-29T12:00Z'), // 2 d ago
      noted('2026-05-30T12:00Z'), // 1 d ago
      noted('2026-05-31T00:00Z'), // 0.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        activity_drop: { value: (10 - 7) / 10, status: 'warn' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: activity 30
        project_health: { value: 100 - 0.06 * 30, band: 'low' }, // 98.2
        risk: { value: 0.02 * 30, band: 'low' }, // 0.6
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 30) + 0.1 * (0 + 1) * 50 + 0.15 * 98.2,
          band: 'low',
        }, // 58.73
        upsell_likelihood: { value: 0.4 * 58.73 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0.6) + 0.4 * 98.2), band: 'medium' }, // 48.222
      },
      forecasts: {
        // norms: activity 0.3, risk 0.006
        delivery_risk: {
          p7: 0.75 * (0.1 * 0.3 + 0.18 * 0.006), // 0.02331
          p14: 0.02331 + 0.12 * (1 - 0.02331), // 0.1405128
          p30: 0.1405128 + 0.18 * (1 - 0.1405128), // 0.295220496
          expected_time_to_risk_days: (1 - 0.295220496) * 40 + 2, // 30.19118016
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['activity', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.006), // 0.001125
          p14: 0.001125 + 0.12 * (1 - 0.001125), // 0.12099
          p30: 0.12099 + 0.18 * (1 - 0.12099), // 0.2792118
          expected_time_to_risk_days: (1 - 0.2792118) * 40 + 2, // 30.831528
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * 0.3 + 0.2 * 0.006), // 0.0279
          p14: 0.0279 + 0.12 * (1 - 0.0279), // 0.144552
          p30: 0.144552 + 0.18 * (1 - 0.144552), // 0.29853264
          expected_time_to_risk_days: (1 - 0.29853264) * 40 + 2, // 30.0586944
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['activity', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.006), // 0.0009
          p14: 0.0009 + 0.12 * (1 - 0.0009), // 0.120792
          p30: 0.120792 + 0.18 * (1 - 0.120792), // 0.27904944
          expected_time_to_risk_days: (1 - 0.27904944) * 40 + 2, // 30.8380224
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'activity: the edges of both weeks, and what is none',
    now: NOW,
    events: [
      noted('2026-05-17T12:00Z'), // 14 d ago; out
      noted('2026-05-18T12:00Z'), // 13 d ago
      silenceNoted('2026-05-21T12:00Z'), // 10 d ago; by the system
      processWarned('2026-05-22T12:00Z'), // 9 d ago; by the system
      noted('2026-05-24T12:00Z'), // 7 d ago; in the week before
      noted('2026-05-31T12:00Z'), // now
      noted('2026-06-01T12:00Z'), // in 1 d; not yet
    ],
    expected: {
      signals: {
        ...CALM.signals,
        activity_drop: { value: (2 - 1) / 2, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: activity 50
        project_health: { value: 100 - 0.06 * 50, band: 'low' }, // 97
        risk: { value: 0.02 * 50, band: 'low' }, // 1
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 50) + 0.1 * (0 + 1) * 50 + 0.15 * 97,
          band: 'low',
        }, // 54.55
        upsell_likelihood: { value: 0.4 * 54.55 + 0.35 * 0 + 0.25 * (0.6 * (100 - 1) + 0.4 * 97), band: 'medium' }, // 46.37
      },
      forecasts: {
        // norms: activity 0.5, risk 0.01
        delivery_risk: {
          p7: 0.75 * (0.1 * 0.5 + 0.18 * 0.01), // 0.03885
          p14: 0.03885 + 0.12 * (1 - 0.03885), // 0.154188
          p30: 0.154188 + 0.18 * (1 - 0.154188), // 0.30643416
          expected_time_to_risk_days: (1 - 0.30643416) * 40 + 2, // 29.7426336
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['activity', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.01), // 0.001875
          p14: 0.001875 + 0.12 * (1 - 0.001875), // 0.12165
          p30: 0.12165 + 0.18 * (1 - 0.12165), // 0.279753
          expected_time_to_risk_days: (1 - 0.279753) * 40 + 2, // 30.80988
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * 0.5 + 0.2 * 0.01), // 0.0465
          p14: 0.0465 + 0.12 * (1 - 0.0465), // 0.16092
          p30: 0.16092 + 0.18 * (1 - 0.16092), // 0.3119544
          expected_time_to_risk_days: (1 - 0.3119544) * 40 + 2, // 29.521824
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['activity', 'risk'] },
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
  {
    name: 'activity: all has gone quiet',
    now: NOW,
    events: [
      noted('2026-05-19T12:00Z'), // 12 d ago
      noted('2026-05-21T12:00Z'), // 10 d ago
      noted('2026-05-23T12:00Z'), // 8 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        activity_drop: { value: (3 - 0) / 3, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: activity 100
        project_health: { value: 100 - 0.06 * 100, band: 'low' }, // 94
        risk: { value: 0.02 * 100, band: 'low' }, // 2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 100) + 0.1 * (0 + 1) * 50 + 0.15 * 94,
          band: 'low',
        }, // 44.1
        upsell_likelihood: { value: 0.4 * 44.1 + 0.35 * 0 + 0.25 * (0.6 * (100 - 2) + 0.4 * 94), band: 'medium' }, // 41.74
      },
      forecasts: {
        // norms: activity 1, risk 0.02
        delivery_risk: {
          p7: 0.75 * (0.1 * 1 + 0.18 * 0.02), // 0.0777
          p14: 0.0777 + 0.12 * (1 - 0.0777), // 0.188376
          p30: 0.188376 + 0.18 * (1 - 0.188376), // 0.33446832
          expected_time_to_risk_days: (1 - 0.33446832) * 40 + 2, // 28.6212672
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['activity', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.02), // 0.00375
          p14: 0.00375 + 0.12 * (1 - 0.00375), // 0.1233
          p30: 0.1233 + 0.18 * (1 - 0.1233), // 0.281106
          expected_time_to_risk_days: (1 - 0.281106) * 40 + 2, // 30.75576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.12 * 1 + 0.2 * 0.02), // 0.093
          p14: 0.093 + 0.12 * (1 - 0.093), // 0.20184
          p30: 0.20184 + 0.18 * (1 - 0.20184), // 0.3455088
          expected_time_to_risk_days: (1 - 0.3455088) * 40 + 2, // 28.179648
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['activity', 'risk'] },
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
    name: 'activity: more than before is no drop',
    now: NOW,
    events: [
      noted('2026-05-21T12:00Z'), // 10 d ago
      noted('2026-05-26T12:00Z'), // 5 d ago
      noted('2026-05-28T12:00Z'), // 3 d ago
      noted('2026-05-30T12:00Z'), // 1 d ago
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

import { CALM, NOW } from './calm.js';
import { blocked } from './events.js';
import { DELIVERY_RISK } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Issues that cannot go on. */
export const BLOCKERS: GoldenHistory[] = [
  {
    name: 'blockers: four old ones',
    now: NOW,
    events: [
      blocked('2026-05-09T12:00Z', 'i4', ['issue:i4']), // 22 d ago
      blocked('2026-05-11T12:00Z', 'i3', ['issue:i3']), // 20 d ago
      blocked('2026-05-13T12:00Z', 'i2', ['issue:i2']), // 18 d ago
      blocked('2026-05-15T12:00Z', 'i1', ['issue:i1']), // 16 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: {
          value: (22 + 20 + 18 + 16) / 4,
          status: 'critical',
          details: { open_blockers: 4 },
          evidence: ['issue:i1', 'issue:i2', 'issue:i3', 'issue:i4'],
        },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers 100 (19 d of 7, clamped)
        project_health: { value: 100 - 0.15 * 100, band: 'low' }, // 85
        risk: { value: 0.18 * 100, band: 'low' }, // 18
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 85,
          band: 'medium',
        }, // 62.75
        upsell_likelihood: { value: 0.4 * 62.75 + 0.35 * 0 + 0.25 * (0.6 * (100 - 18) + 0.4 * 85), band: 'medium' }, // 45.9
      },
      forecasts: {
        // norms: blockers 1 (19 d of 7, clamped), risk 0.18
        delivery_risk: {
          // 0.32 * 1 + 0.18 * 0.18 = 0.3524, raised: blockers of 5 d or more, 3 or more open
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 4, evidence: 4, publishable: true, top_drivers: ['blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.18), // 0.03375
          p14: 0.03375 + 0.12 * (1 - 0.03375), // 0.1497
          p30: 0.1497 + 0.18 * (1 - 0.1497), // 0.302754
          expected_time_to_risk_days: (1 - 0.302754) * 40 + 2, // 29.88984
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.18), // 0.027
          p14: 0.027 + 0.12 * (1 - 0.027), // 0.14376
          p30: 0.14376 + 0.18 * (1 - 0.14376), // 0.2978832
          expected_time_to_risk_days: (1 - 0.2978832) * 40 + 2, // 30.084672
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.18), // 0.027
          p14: 0.027 + 0.12 * (1 - 0.027), // 0.14376
          p30: 0.14376 + 0.18 * (1 - 0.14376), // 0.2978832
          expected_time_to_risk_days: (1 - 0.2978832) * 40 + 2, // 30.084672
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'blockers: two, five days exactly: too few to raise the forecast, too young to act',
    now: NOW,
    events: [
      blocked('2026-05-25T12:00Z', 'i2', ['issue:i2']), // 6 d ago
      blocked('2026-05-27T12:00Z', 'i1', ['issue:i1']), // 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: {
          value: (6 + 4) / 2,
          status: 'critical',
          details: { open_blockers: 2 },
          evidence: ['issue:i1', 'issue:i2'],
        },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers (5 / 7) * 100
        project_health: { value: 100 - 0.15 * (5 / 7) * 100, band: 'low' }, // 89.285714285714
        risk: { value: 0.18 * (5 / 7) * 100, band: 'low' }, // 12.857142857143
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 89.285714285714,
          band: 'medium',
        }, // 63.392857142857
        upsell_likelihood: {
          value: 0.4 * 63.392857142857 + 0.35 * 0 + 0.25 * (0.6 * (100 - 12.857142857143) + 0.4 * 89.285714285714),
          band: 'medium',
        }, // 47.357142857143
      },
      forecasts: {
        // norms: blockers (5 / 7), risk 0.128571428571
        delivery_risk: {
          p7: 0.75 * (0.32 * (5 / 7) + 0.18 * 0.128571428571), // 0.188785714286
          p14: 0.188785714286 + 0.12 * (1 - 0.188785714286), // 0.286131428571
          p30: 0.286131428571 + 0.18 * (1 - 0.286131428571), // 0.414627771429
          expected_time_to_risk_days: (1 - 0.414627771429) * 40 + 2, // 25.414889142859
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.128571428571), // 0.024107142857
          p14: 0.024107142857 + 0.12 * (1 - 0.024107142857), // 0.141214285714
          p30: 0.141214285714 + 0.18 * (1 - 0.141214285714), // 0.295795714286
          expected_time_to_risk_days: (1 - 0.295795714286) * 40 + 2, // 30.168171428574
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.128571428571), // 0.01928571428565
          p14: 0.01928571428565 + 0.12 * (1 - 0.01928571428565), // 0.136971428571
          p30: 0.136971428571 + 0.18 * (1 - 0.136971428571), // 0.292316571429
          expected_time_to_risk_days: (1 - 0.292316571429) * 40 + 2, // 30.307337142859
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.128571428571), // 0.01928571428565
          p14: 0.01928571428565 + 0.12 * (1 - 0.01928571428565), // 0.136971428571
          p30: 0.136971428571 + 0.18 * (1 - 0.136971428571), // 0.292316571429
          expected_time_to_risk_days: (1 - 0.292316571429) * 40 + 2, // 30.307337142859
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'blockers: three, five days exactly, raise the forecast',
    now: NOW,
    events: [
      blocked('2026-05-25T12:00Z', 'i3', ['issue:i3']), // 6 d ago
      blocked('2026-05-26T12:00Z', 'i2', ['issue:i2']), // 5 d ago
      blocked('2026-05-27T12:00Z', 'i1', ['issue:i1']), // 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: (6 + 5 + 4) / 3, status: 'critical', details: { open_blockers: 3 } },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers (5 / 7) * 100
        project_health: { value: 100 - 0.15 * (5 / 7) * 100, band: 'low' }, // 89.285714285714
        risk: { value: 0.18 * (5 / 7) * 100, band: 'low' }, // 12.857142857143
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 89.285714285714,
          band: 'medium',
        }, // 63.392857142857
        upsell_likelihood: {
          value: 0.4 * 63.392857142857 + 0.35 * 0 + 0.25 * (0.6 * (100 - 12.857142857143) + 0.4 * 89.285714285714),
          band: 'medium',
        }, // 47.357142857143
      },
      forecasts: {
        // norms: blockers (5 / 7), risk 0.128571428571
        delivery_risk: {
          // 0.32 * (5 / 7) + 0.18 * 0.128571428571 = 0.251714285714, raised: blockers of 5 d or more, 3 or more
          // open
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 3, evidence: 3, publishable: true, top_drivers: ['blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.128571428571), // 0.024107142857
          p14: 0.024107142857 + 0.12 * (1 - 0.024107142857), // 0.141214285714
          p30: 0.141214285714 + 0.18 * (1 - 0.141214285714), // 0.295795714286
          expected_time_to_risk_days: (1 - 0.295795714286) * 40 + 2, // 30.168171428574
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.128571428571), // 0.01928571428565
          p14: 0.01928571428565 + 0.12 * (1 - 0.01928571428565), // 0.136971428571
          p30: 0.136971428571 + 0.18 * (1 - 0.136971428571), // 0.292316571429
          expected_time_to_risk_days: (1 - 0.292316571429) * 40 + 2, // 30.307337142859
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.128571428571), // 0.01928571428565
          p14: 0.01928571428565 + 0.12 * (1 - 0.01928571428565), // 0.136971428571
          p30: 0.136971428571 + 0.18 * (1 - 0.136971428571), // 0.292316571429
          expected_time_to_risk_days: (1 - 0.292316571429) * 40 + 2, // 30.307337142859
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [{ ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: {},
      silences: [],
    },
  },
];

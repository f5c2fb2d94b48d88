import { CALM, NOW } from './calm.js';
import { blocked, completed, unblocked } from './events.js';
import { DELIVERY_RISK } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Issues that are blocked twice, freed, blocked again, forgotten or unknown. */
export const BLOCKERS_EDGES: GoldenHistory[] = [
  {
    name: 'blockers: blocked twice keeps the first time, blocked again after it was freed does not',
    now: NOW,
    events: [
      blocked('2026-05-25T12:00Z', 'i1', ['issue:i1']), // 6 d ago
      blocked('2026-05-25T12:00Z', 'i3'), // 6 d ago
      blocked('2026-05-26T12:00Z', 'i2', ['issue:i2']), // 5 d ago
      unblocked('2026-05-27T12:00Z', 'i2'), // 4 d ago
      blocked('2026-05-28T12:00Z', 'i1', ['issue:i1']), // 3 d ago
      blocked('2026-05-29T12:00Z', 'i2', ['issue:i2']), // 2 d ago
      completed('2026-05-30T12:00Z', 'i3'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // i1 since 6 days, i2 since 2; i3 is done
        blockers_age: {
          value: (6 + 2) / 2,
          status: 'warn',
          details: { open_blockers: 2 },
          evidence: ['issue:i2', 'issue:i1'],
        },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers (4 / 7) * 100
        project_health: { value: 100 - 0.15 * (4 / 7) * 100, band: 'low' }, // 91.428571428571
        risk: { value: 0.18 * (4 / 7) * 100, band: 'low' }, // 10.285714285714
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 91.428571428571,
          band: 'medium',
        }, // 63.714285714286
        upsell_likelihood: {
          value: 0.4 * 63.714285714286 + 0.35 * 0 + 0.25 * (0.6 * (100 - 10.285714285714) + 0.4 * 91.428571428571),
          band: 'medium',
        }, // 48.085714285714
      },
      forecasts: {
        // norms: blockers (4 / 7), risk 0.102857142857
        delivery_risk: {
          p7: 0.75 * (0.32 * (4 / 7) + 0.18 * 0.102857142857), // 0.151028571429
          p14: 0.151028571429 + 0.12 * (1 - 0.151028571429), // 0.252905142857
          p30: 0.252905142857 + 0.18 * (1 - 0.252905142857), // 0.387382217143
          expected_time_to_risk_days: (1 - 0.387382217143) * 40 + 2, // 26.504711314286
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.102857142857), // 0.019285714286
          p14: 0.019285714286 + 0.12 * (1 - 0.019285714286), // 0.136971428571
          p30: 0.136971428571 + 0.18 * (1 - 0.136971428571), // 0.292316571429
          expected_time_to_risk_days: (1 - 0.292316571429) * 40 + 2, // 30.307337142858
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.102857142857), // 0.01542857142855
          p14: 0.01542857142855 + 0.12 * (1 - 0.01542857142855), // 0.133577142857
          p30: 0.133577142857 + 0.18 * (1 - 0.133577142857), // 0.289533257143
          expected_time_to_risk_days: (1 - 0.289533257143) * 40 + 2, // 30.418669714286
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.102857142857), // 0.01542857142855
          p14: 0.01542857142855 + 0.12 * (1 - 0.01542857142855), // 0.133577142857
          p30: 0.133577142857 + 0.18 * (1 - 0.133577142857), // 0.289533257143
          expected_time_to_risk_days: (1 - 0.289533257143) * 40 + 2, // 30.418669714286
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'blockers: of 90 days exactly counts, older is forgotten',
    now: NOW,
    events: [
      blocked('2026-03-02T00:00Z', 'i2'), // 90.5 d ago
      blocked('2026-03-02T12:00Z', 'i1', ['issue:i1']), // 90 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: 90, status: 'critical', details: { open_blockers: 1 }, evidence: ['issue:i1'] },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers 100 (90 d of 7, clamped)
        project_health: { value: 100 - 0.15 * 100, band: 'low' }, // 85
        risk: { value: 0.18 * 100, band: 'low' }, // 18
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 85,
          band: 'medium',
        }, // 62.75
        upsell_likelihood: { value: 0.4 * 62.75 + 0.35 * 0 + 0.25 * (0.6 * (100 - 18) + 0.4 * 85), band: 'medium' }, // 45.9
      },
      forecasts: {
        // norms: blockers 1 (90 d of 7, clamped), risk 0.18
        delivery_risk: {
          p7: 0.75 * (0.32 * 1 + 0.18 * 0.18), // 0.2643
          p14: 0.2643 + 0.12 * (1 - 0.2643), // 0.352584
          p30: 0.352584 + 0.18 * (1 - 0.352584), // 0.46911888
          expected_time_to_risk_days: (1 - 0.46911888) * 40 + 2, // 23.2352448
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['blockers', 'risk'] },
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
    name: 'blockers: one that nobody knows cannot be freed',
    now: NOW,
    events: [
      blocked('2026-05-28T00:00Z', 'i1'), // 3.5 d ago
      unblocked('2026-05-29T12:00Z', 'i9'), // 2 d ago
      completed('2026-05-30T12:00Z', 'i8'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: 3.5, status: 'warn', details: { open_blockers: 1 } },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers 50 (3.5 d of 7)
        project_health: { value: 100 - 0.15 * 50, band: 'low' }, // 92.5
        risk: { value: 0.18 * 50, band: 'low' }, // 9
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 92.5,
          band: 'medium',
        }, // 63.875
        upsell_likelihood: { value: 0.4 * 63.875 + 0.35 * 0 + 0.25 * (0.6 * (100 - 9) + 0.4 * 92.5), band: 'medium' }, // 48.45
      },
      forecasts: {
        // norms: blockers 0.5 (3.5 d of 7), risk 0.09
        delivery_risk: {
          p7: 0.75 * (0.32 * 0.5 + 0.18 * 0.09), // 0.13215
          p14: 0.13215 + 0.12 * (1 - 0.13215), // 0.236292
          p30: 0.236292 + 0.18 * (1 - 0.236292), // 0.37375944
          expected_time_to_risk_days: (1 - 0.37375944) * 40 + 2, // 27.0496224
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.09), // 0.016875
          p14: 0.016875 + 0.12 * (1 - 0.016875), // 0.13485
          p30: 0.13485 + 0.18 * (1 - 0.13485), // 0.290577
          expected_time_to_risk_days: (1 - 0.290577) * 40 + 2, // 30.37692
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.09), // 0.0135
          p14: 0.0135 + 0.12 * (1 - 0.0135), // 0.13188
          p30: 0.13188 + 0.18 * (1 - 0.13188), // 0.2881416
          expected_time_to_risk_days: (1 - 0.2881416) * 40 + 2, // 30.474336
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.09), // 0.0135
          p14: 0.0135 + 0.12 * (1 - 0.0135), // 0.13188
          p30: 0.13188 + 0.18 * (1 - 0.13188), // 0.2881416
          expected_time_to_risk_days: (1 - 0.2881416) * 40 + 2, // 30.474336
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
];

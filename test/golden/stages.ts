import { CALM, NOW } from './calm.js';
import { stageCompleted, stageStarted } from './events.js';
import { DELIVERY_RISK } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Stages of the work that are past their date. */
export const STAGES: GoldenHistory[] = [
  {
    name: 'stages: one a day late, one in time, one without a date',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-30T12:00Z', ['cycle:s1']), // 20 d ago, due 1 d ago
      stageStarted('2026-05-11T12:00Z', 's2', '2026-06-05T12:00Z'), // 20 d ago, due in 5 d
      stageStarted('2026-05-11T12:00Z', 's3', null), // 20 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 1, status: 'warn', evidence: ['cycle:s1'] },
      },
      facts: CALM.facts,
      scores: {
        // of 100: stage 20 (1 d of 5)
        project_health: { value: 100 - 0.15 * 20, band: 'low' }, // 97
        risk: { value: 0.18 * 20, band: 'low' }, // 3.6
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 97,
          band: 'medium',
        }, // 64.55
        upsell_likelihood: { value: 0.4 * 64.55 + 0.35 * 0 + 0.25 * (0.6 * (100 - 3.6) + 0.4 * 97), band: 'medium' }, // 49.98
      },
      forecasts: {
        // norms: stage 0.2 (1 d of 5), risk 0.036
        delivery_risk: {
          p7: 0.75 * (0.28 * 0.2 + 0.18 * 0.036), // 0.04686
          p14: 0.04686 + 0.12 * (1 - 0.04686), // 0.1612368
          p30: 0.1612368 + 0.18 * (1 - 0.1612368), // 0.312214176
          expected_time_to_risk_days: (1 - 0.312214176) * 40 + 2, // 29.51143296
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['stage', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.036), // 0.00675
          p14: 0.00675 + 0.12 * (1 - 0.00675), // 0.12594
          p30: 0.12594 + 0.18 * (1 - 0.12594), // 0.2832708
          expected_time_to_risk_days: (1 - 0.2832708) * 40 + 2, // 30.669168
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.036), // 0.0054
          p14: 0.0054 + 0.12 * (1 - 0.0054), // 0.124752
          p30: 0.124752 + 0.18 * (1 - 0.124752), // 0.28229664
          expected_time_to_risk_days: (1 - 0.28229664) * 40 + 2, // 30.7081344
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.18 * 0.2 + 0.2 * 0.036), // 0.0324
          p14: 0.0324 + 0.12 * (1 - 0.0324), // 0.148512
          p30: 0.148512 + 0.18 * (1 - 0.148512), // 0.30177984
          expected_time_to_risk_days: (1 - 0.30177984) * 40 + 2, // 29.9288064
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['stage', 'risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'stages: three days late exactly raise the forecast, and are no reason to act',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-28T12:00Z', ['cycle:s1', 'doc:plan']), // 20 d ago, due 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 3, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: stage 60 (3 d of 5)
        project_health: { value: 100 - 0.15 * 60, band: 'low' }, // 91
        risk: { value: 0.18 * 60, band: 'low' }, // 10.8
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 91,
          band: 'medium',
        }, // 63.65
        upsell_likelihood: { value: 0.4 * 63.65 + 0.35 * 0 + 0.25 * (0.6 * (100 - 10.8) + 0.4 * 91), band: 'medium' }, // 47.94
      },
      forecasts: {
        // norms: stage 0.6 (3 d of 5), risk 0.108
        delivery_risk: {
          // 0.28 * 0.6 + 0.18 * 0.108 = 0.18744, raised: a stage 3 d late or more
          p7: 0.75 * 0.58, // 0.435
          p14: 0.435 + 0.12 * (1 - 0.435), // 0.5028
          p30: 0.5028 + 0.18 * (1 - 0.5028), // 0.592296
          expected_time_to_risk_days: (1 - 0.592296) * 40 + 2, // 18.30816
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['stage', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.108), // 0.02025
          p14: 0.02025 + 0.12 * (1 - 0.02025), // 0.13782
          p30: 0.13782 + 0.18 * (1 - 0.13782), // 0.2930124
          expected_time_to_risk_days: (1 - 0.2930124) * 40 + 2, // 30.279504
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.108), // 0.0162
          p14: 0.0162 + 0.12 * (1 - 0.0162), // 0.134256
          p30: 0.134256 + 0.18 * (1 - 0.134256), // 0.29008992
          expected_time_to_risk_days: (1 - 0.29008992) * 40 + 2, // 30.3964032
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.18 * 0.6 + 0.2 * 0.108), // 0.0972
          p14: 0.0972 + 0.12 * (1 - 0.0972), // 0.205536
          p30: 0.205536 + 0.18 * (1 - 0.205536), // 0.34853952
          expected_time_to_risk_days: (1 - 0.34853952) * 40 + 2, // 28.0584192
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['stage', 'risk'] },
        },
      },
      recommendations: [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'stages: the latest of several, six days late',
    now: NOW,
    events: [
      stageStarted('2026-05-01T12:00Z', 's1', '2026-05-25T12:00Z', ['cycle:s1', 'doc:plan']), // 30 d ago, due 6 d ago
      stageStarted('2026-05-11T12:00Z', 's2', '2026-05-27T12:00Z'), // 20 d ago, due 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 6, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: stage 100 (6 d of 5, clamped)
        project_health: { value: 100 - 0.15 * 100, band: 'low' }, // 85
        risk: { value: 0.18 * 100, band: 'low' }, // 18
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 85,
          band: 'medium',
        }, // 62.75
        upsell_likelihood: { value: 0.4 * 62.75 + 0.35 * 0 + 0.25 * (0.6 * (100 - 18) + 0.4 * 85), band: 'medium' }, // 45.9
      },
      forecasts: {
        // norms: stage 1 (6 d of 5, clamped), risk 0.18
        delivery_risk: {
          // 0.28 * 1 + 0.18 * 0.18 = 0.3124, raised: a stage 3 d late or more
          p7: 0.75 * 0.58, // 0.435
          p14: 0.435 + 0.12 * (1 - 0.435), // 0.5028
          p30: 0.5028 + 0.18 * (1 - 0.5028), // 0.592296
          expected_time_to_risk_days: (1 - 0.592296) * 40 + 2, // 18.30816
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['stage', 'risk'] },
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
          p7: 0.75 * (0.18 * 1 + 0.2 * 0.18), // 0.162
          p14: 0.162 + 0.12 * (1 - 0.162), // 0.26256
          p30: 0.26256 + 0.18 * (1 - 0.26256), // 0.3952992
          expected_time_to_risk_days: (1 - 0.3952992) * 40 + 2, // 26.188032
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['stage', 'risk'] },
        },
      },
      recommendations: [{ ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' }],
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'stages: a new date replaces the old one, the end closes it, a new beginning opens it again',
    now: NOW,
    events: [
      stageStarted('2026-05-01T12:00Z', 's1', '2026-05-11T12:00Z'), // 30 d ago, due 20 d ago
      stageStarted('2026-05-15T12:00Z', 's1', '2026-05-29T00:00Z'), // 16 d ago, due 2.5 d ago; moved
      stageStarted('2026-05-01T12:00Z', 's2', '2026-05-11T12:00Z'), // 30 d ago, due 20 d ago
      stageCompleted('2026-05-16T12:00Z', 's2'), // 15 d ago
      stageStarted('2026-05-01T12:00Z', 's3', '2026-05-06T12:00Z'), // 30 d ago, due 25 d ago
      stageCompleted('2026-05-11T12:00Z', 's3'), // 20 d ago
      stageStarted('2026-05-15T12:00Z', 's3', '2026-06-03T12:00Z'), // 16 d ago, due in 3 d
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 2.5, status: 'warn' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: stage 50 (2.5 d of 5)
        project_health: { value: 100 - 0.15 * 50, band: 'low' }, // 92.5
        risk: { value: 0.18 * 50, band: 'low' }, // 9
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 92.5,
          band: 'medium',
        }, // 63.875
        upsell_likelihood: { value: 0.4 * 63.875 + 0.35 * 0 + 0.25 * (0.6 * (100 - 9) + 0.4 * 92.5), band: 'medium' }, // 48.45
      },
      forecasts: {
        // norms: stage 0.5 (2.5 d of 5), risk 0.09
        delivery_risk: {
          p7: 0.75 * (0.28 * 0.5 + 0.18 * 0.09), // 0.11715
          p14: 0.11715 + 0.12 * (1 - 0.11715), // 0.223092
          p30: 0.223092 + 0.18 * (1 - 0.223092), // 0.36293544
          expected_time_to_risk_days: (1 - 0.36293544) * 40 + 2, // 27.4825824
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['stage', 'risk'] },
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
          p7: 0.75 * (0.18 * 0.5 + 0.2 * 0.09), // 0.081
          p14: 0.081 + 0.12 * (1 - 0.081), // 0.19128
          p30: 0.19128 + 0.18 * (1 - 0.19128), // 0.3368496
          expected_time_to_risk_days: (1 - 0.3368496) * 40 + 2, // 28.526016
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['stage', 'risk'] },
        },
      },
      recommendations: [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' }],
      outcomes: {},
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
import { blocked, stageStarted, teamSays } from './events.js';
import { DELIVERY_RISK, WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Health exactly where its bands begin. */
export const HEALTH_BANDS: GoldenHistory[] = [
  {
    name: 'health: 75 exactly is low concern',
    now: NOW,
    events: [
      blocked('2026-05-24T12:00Z', 'i1', ['issue:i1']), // 7 d ago
      teamSays('2026-05-25T12:00Z', { evidence: ['message:1', 'doc:plan'] }), // 6 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 6, status: 'critical' },
        blockers_age: { value: 7, status: 'critical', details: { open_blockers: 1 } },
        // one event the week before, one in the last
        activity_drop: { value: 0, status: 'ok' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers 100 (7 d of 7); waiting 100 (6 d of 6)
        project_health: { value: 100 - 0.15 * 100 - 0.1 * 100, band: 'low' }, // 75
        risk: { value: 0.18 * 100 + 0.06 * 100, band: 'low' }, // 24
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 75,
          band: 'medium',
        }, // 61.25
        upsell_likelihood: { value: 0.4 * 61.25 + 0.35 * 0 + 0.25 * (0.6 * (100 - 24) + 0.4 * 75), band: 'medium' }, // 43.4
      },
      forecasts: {
        // norms: blockers 1, waiting 1, risk 0.24
        delivery_risk: {
          p7: 0.75 * (0.32 * 1 + 0.18 * 0.24), // 0.2724
          p14: 0.2724 + 0.12 * (1 - 0.2724), // 0.359712
          p30: 0.359712 + 0.18 * (1 - 0.359712), // 0.47496384
          expected_time_to_risk_days: (1 - 0.47496384) * 40 + 2, // 23.0014464
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.24), // 0.045
          p14: 0.045 + 0.12 * (1 - 0.045), // 0.1596
          p30: 0.1596 + 0.18 * (1 - 0.1596), // 0.310872
          expected_time_to_risk_days: (1 - 0.310872) * 40 + 2, // 29.56512
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * 1 + 0.2 * 0.24 = 0.368, raised: waiting of 4 d or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * 1 + 0.2 * 0.24), // 0.141
          p14: 0.141 + 0.12 * (1 - 0.141), // 0.24408
          p30: 0.24408 + 0.18 * (1 - 0.24408), // 0.3801456
          expected_time_to_risk_days: (1 - 0.3801456) * 40 + 2, // 26.794176
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'shown' },
        { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' },
      ],
      outcomes: { delivery_risk: 4, client_risk: 5 },
      silences: ['2026-05-29T12:00Z'],
    },
  },
  {
    name: 'health: 60 exactly is medium concern',
    now: NOW,
    events: [
      blocked('2026-05-11T12:00Z', 'i1', ['issue:i1', 'issue:i2']), // 20 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-26T12:00Z', ['cycle:s1']), // 20 d ago, due 5 d ago
      teamSays('2026-05-25T12:00Z', { evidence: ['message:1'] }), // 6 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 6, status: 'critical' },
        blockers_age: { value: 20, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 5, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers 100 (20 d of 7, clamped); stage 100 (5 d of 5); waiting 100 (6 d of 6)
        project_health: { value: 100 - 0.15 * 100 - 0.15 * 100 - 0.1 * 100, band: 'medium' }, // 60
        risk: { value: 0.18 * 100 + 0.18 * 100 + 0.06 * 100, band: 'low' }, // 42
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 60,
          band: 'low',
        }, // 59
        upsell_likelihood: { value: 0.4 * 59 + 0.35 * 0 + 0.25 * (0.6 * (100 - 42) + 0.4 * 60), band: 'low' }, // 38.3
      },
      forecasts: {
        // norms: blockers 1, stage 1, waiting 1, risk 0.42
        delivery_risk: {
          // above the 0.58 of a stage 3 d late or more
          p7: 0.75 * (0.32 * 1 + 0.28 * 1 + 0.18 * 0.42), // 0.5067
          p14: 0.5067 + 0.12 * (1 - 0.5067), // 0.565896
          p30: 0.565896 + 0.18 * (1 - 0.565896), // 0.64403472
          expected_time_to_risk_days: (1 - 0.64403472) * 40 + 2, // 16.2386112
          basis: {
            confidence: 0.35 + 0.01 * 3,
            evidence: 3,
            publishable: true,
            top_drivers: ['blockers', 'stage', 'risk'],
          },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.42), // 0.07875
          p14: 0.07875 + 0.12 * (1 - 0.07875), // 0.1893
          p30: 0.1893 + 0.18 * (1 - 0.1893), // 0.335226
          expected_time_to_risk_days: (1 - 0.335226) * 40 + 2, // 28.59096
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * 1 + 0.2 * 0.42 = 0.404, raised: waiting of 4 d or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.18 * 1 + 0.14 * 1 + 0.2 * 0.42), // 0.303
          p14: 0.303 + 0.12 * (1 - 0.303), // 0.38664
          p30: 0.38664 + 0.18 * (1 - 0.38664), // 0.4970448
          expected_time_to_risk_days: (1 - 0.4970448) * 40 + 2, // 22.118208
          basis: {
            confidence: 0.35 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['stage', 'waiting', 'risk'],
          },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
      ],
      outcomes: { delivery_risk: 4, client_risk: 5 },
      silences: ['2026-05-29T12:00Z'],
    },
  },
];

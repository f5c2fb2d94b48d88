import { CALM, NOW } from './calm.js';
import { agreed, blocked, clientAsksForMore, refs, stageStarted, teamSays } from './events.js';
import { DELIVERY_RISK, WAITING_ON_CLIENT } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** How much evidence is kept: 20 refs of a signal, 40 of a forecast, 60 of a score, 30 of a recommendation. */
export const EVIDENCE: GoldenHistory[] = [
  {
    name: 'evidence: a signal keeps its latest 20',
    now: NOW,
    events: [
      blocked('2026-05-13T12:00Z', 'i2', refs('doc', 12)), // 18 d ago
      blocked('2026-05-15T12:00Z', 'i1', refs('message', 12)), // 16 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: {
          value: (18 + 16) / 2,
          status: 'critical',
          details: { open_blockers: 2 },
          evidence: [...refs('message', 12), ...refs('doc', 8)],
        },
      },
      facts: CALM.facts,
      scores: {
        // of 100: blockers 100 (17 d of 7, clamped)
        project_health: { value: 100 - 0.15 * 100, band: 'low' }, // 85
        risk: { value: 0.18 * 100, band: 'low' }, // 18
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 85,
          band: 'medium',
        }, // 62.75
        upsell_likelihood: { value: 0.4 * 62.75 + 0.35 * 0 + 0.25 * (0.6 * (100 - 18) + 0.4 * 85), band: 'medium' }, // 45.9
      },
      forecasts: {
        // norms: blockers 1 (17 d of 7, clamped), risk 0.18
        delivery_risk: {
          p7: 0.75 * (0.32 * 1 + 0.18 * 0.18), // 0.2643
          p14: 0.2643 + 0.12 * (1 - 0.2643), // 0.352584
          p30: 0.352584 + 0.18 * (1 - 0.352584), // 0.46911888
          expected_time_to_risk_days: (1 - 0.46911888) * 40 + 2, // 23.2352448
          basis: {
            confidence: 0.35 + 0.01 * 20,
            evidence: 20,
            publishable: true,
            top_drivers: ['blockers', 'risk'],
            evidence_refs: [...refs('message', 12), ...refs('doc', 8)],
          },
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
    name: 'evidence: what is left of five times twenty-five',
    now: NOW,
    events: [
      agreed('2026-04-21T12:00Z', { agreement_id: 'a1', due_at: '2026-05-01T12:00Z' }, refs('doc', 25)), // 40 d ago, due 30 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-25T12:00Z', refs('cycle', 25)), // 20 d ago, due 6 d ago
      blocked('2026-05-15T12:00Z', 'i1', refs('issue', 25)), // 16 d ago
      teamSays('2026-05-26T12:00Z', { evidence: refs('rag', 25) }), // 5 d ago
      clientAsksForMore('2026-05-28T12:00Z', refs('message', 25)), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 5, status: 'critical', evidence: refs('rag', 20) },
        blockers_age: { value: 16, status: 'critical', details: { open_blockers: 1 }, evidence: refs('issue', 20) },
        stage_overdue: { value: 6, status: 'critical', evidence: refs('cycle', 20) },
        agreement_overdue_count: { value: 1, status: 'warn', evidence: refs('doc', 20) },
        scope_creep_rate: { value: 1 / 1, status: 'critical', evidence: refs('message', 20) },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: {
        // of 100: blockers 100 (16 d of 7, clamped); stage 100 (6 d of 5, clamped); waiting (5 / 6) * 100;
        // agreement 40 (0.4 x 1); scope 100 (2.5 x 1, clamped)
        project_health: {
          value: 100 - 0.15 * 100 - 0.15 * 100 - 0.1 * (5 / 6) * 100 - 0.1 * 40 - 0.1 * 100,
          band: 'high',
          evidence: 60,
        }, // 47.666666666667
        risk: {
          value: 0.18 * 100 + 0.18 * 100 + 0.1 * 100 + 0.08 * 40 + 0.06 * (5 / 6) * 100,
          band: 'medium',
          evidence: 60,
        }, // 54.2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 47.666666666667,
          band: 'low',
        }, // 57.15
        upsell_likelihood: {
          value: 0.4 * 57.15 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 54.2) + 0.4 * 47.666666666667),
          band: 'low',
        }, // 38.696666666667
      },
      forecasts: {
        // norms: waiting (5 / 6), blockers 1, stage 1, scope 1 (1 / 0.5, clamped), risk 0.542
        delivery_risk: {
          // above the 0.58 of a stage 3 d late or more
          p7: 0.75 * (0.32 * 1 + 0.28 * 1 + 0.18 * 0.542), // 0.52317
          p14: 0.52317 + 0.12 * (1 - 0.52317), // 0.5803896
          p30: 0.5803896 + 0.18 * (1 - 0.5803896), // 0.655919472
          expected_time_to_risk_days: (1 - 0.655919472) * 40 + 2, // 15.76322112
          basis: {
            confidence: 0.35 + 0.2,
            evidence: 40,
            publishable: true,
            top_drivers: ['blockers', 'stage', 'risk'],
            evidence_refs: [...refs('issue', 20), ...refs('cycle', 20)],
          }, // 40 refs count as 20
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.542), // 0.101625
          p14: 0.101625 + 0.12 * (1 - 0.101625), // 0.20943
          p30: 0.20943 + 0.18 * (1 - 0.20943), // 0.3517326
          expected_time_to_risk_days: (1 - 0.3517326) * 40 + 2, // 27.930696
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          // 0.32 * (5 / 6) + 0.2 * 0.542 = 0.375066666667, raised: waiting of 4 d or more
          p7: 0.75 * 0.62, // 0.465
          p14: 0.465 + 0.12 * (1 - 0.465), // 0.5292
          p30: 0.5292 + 0.18 * (1 - 0.5292), // 0.613944
          expected_time_to_risk_days: (1 - 0.613944) * 40 + 2, // 17.44224
          basis: {
            confidence: 0.35 + 0.01 * 20,
            evidence: 20,
            publishable: true,
            top_drivers: ['waiting', 'risk'],
            evidence_refs: refs('rag', 20),
          },
        },
        scope_risk: {
          // above the 0.6 of scope creep of 0.35 or more
          p7: 0.75 * (0.48 * 1 + 0.18 * 1 + 0.14 * (5 / 6) + 0.2 * 0.542), // 0.6638
          p14: 0.6638 + 0.12 * (1 - 0.6638), // 0.704144
          p30: 0.704144 + 0.18 * (1 - 0.704144), // 0.75739808
          expected_time_to_risk_days: (1 - 0.75739808) * 40 + 2, // 11.7040768
          basis: {
            confidence: 0.35 + 0.2,
            evidence: 40,
            publishable: true,
            top_drivers: ['scope', 'stage', 'waiting', 'risk'],
            evidence_refs: [...refs('message', 20), ...refs('rag', 20)],
          }, // 40 refs count as 20
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'no_primary', evidence_count: 20 },
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown', evidence_count: 20 },
      ],
      outcomes: { delivery_risk: 4, client_risk: 4, scope_risk: 5 },
      silences: ['2026-05-30T12:00Z'],
    },
  },
];

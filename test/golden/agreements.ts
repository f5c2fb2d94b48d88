import { CALM, NOW } from './calm.js';
import { agreed, approved } from './events.js';
import type { GoldenHistory } from './types.js';

/** What was agreed and not done by its date. */
export const AGREEMENTS: GoldenHistory[] = [
  {
    name: 'agreements: one for yesterday, one for this moment, one for next week, one for some day',
    now: NOW,
    events: [
      agreed('2026-05-11T12:00Z', { agreement_id: 'a1', due_at: '2026-05-30T12:00Z' }, ['message:1']), // 20 d ago, due 1 d ago
      agreed('2026-05-11T12:00Z', { agreement_id: 'a2', due_at: '2026-05-31T12:00Z' }), // 20 d ago, due now
      agreed('2026-05-11T12:00Z', { agreement_id: 'a3', due_at: '2026-06-07T12:00Z' }), // 20 d ago, due in 7 d
      agreed('2026-05-11T12:00Z', { agreement_id: 'a4', due_at: null }), // 20 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        agreement_overdue_count: { value: 1, status: 'warn', evidence: ['message:1'] },
      },
      facts: CALM.facts,
      scores: {
        // of 100: agreement 40 (0.4 x 1)
        project_health: { value: 100 - 0.1 * 40, band: 'low' }, // 96
        risk: { value: 0.08 * 40, band: 'low' }, // 3.2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 96,
          band: 'medium',
        }, // 64.4
        upsell_likelihood: { value: 0.4 * 64.4 + 0.35 * 0 + 0.25 * (0.6 * (100 - 3.2) + 0.4 * 96), band: 'medium' }, // 49.88
      },
      forecasts: {
        // norms: risk 0.032
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.032), // 0.00432
          p14: 0.00432 + 0.12 * (1 - 0.00432), // 0.1238016
          p30: 0.1238016 + 0.18 * (1 - 0.1238016), // 0.281517312
          expected_time_to_risk_days: (1 - 0.281517312) * 40 + 2, // 30.73930752
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.032), // 0.006
          p14: 0.006 + 0.12 * (1 - 0.006), // 0.12528
          p30: 0.12528 + 0.18 * (1 - 0.12528), // 0.2827296
          expected_time_to_risk_days: (1 - 0.2827296) * 40 + 2, // 30.690816
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.032), // 0.0048
          p14: 0.0048 + 0.12 * (1 - 0.0048), // 0.124224
          p30: 0.124224 + 0.18 * (1 - 0.124224), // 0.28186368
          expected_time_to_risk_days: (1 - 0.28186368) * 40 + 2, // 30.7254528
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.032), // 0.0048
          p14: 0.0048 + 0.12 * (1 - 0.0048), // 0.124224
          p30: 0.124224 + 0.18 * (1 - 0.124224), // 0.28186368
          expected_time_to_risk_days: (1 - 0.28186368) * 40 + 2, // 30.7254528
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'agreements: approved by name, by place, and for nothing',
    now: NOW,
    events: [
      agreed('2026-05-11T12:00Z', { agreement_id: 'a1', conversation_id: 'c1', due_at: '2026-05-28T12:00Z' }), // 20 d ago, due 3 d ago
      agreed('2026-05-12T12:00Z', { agreement_id: 'a2', conversation_id: 'c1', due_at: '2026-05-29T12:00Z' }), // 19 d ago, due 2 d ago
      agreed('2026-05-13T12:00Z', { agreement_id: 'a3', conversation_id: 'c2', due_at: '2026-05-29T12:00Z' }), // 18 d ago, due 2 d ago
      agreed('2026-05-14T12:00Z', { agreement_id: 'a4', conversation_id: 'c2', due_at: '2026-05-30T12:00Z' }), // 17 d ago, due 1 d ago
      agreed('2026-05-15T12:00Z', { agreement_id: 'a5', conversation_id: 'c3', due_at: '2026-05-30T12:00Z' }), // 16 d ago, due 1 d ago
      approved('2026-05-26T12:00Z', { conversation_id: 'c1', agreement_id: 'a1' }), // 5 d ago; not the latest of c1, a2
      approved('2026-05-27T12:00Z', { conversation_id: 'c2' }), // 4 d ago; the latest of c2: a4
      approved('2026-05-28T12:00Z', { conversation_id: 'c2' }), // 3 d ago; the latest that is open: a3
      approved('2026-05-29T12:00Z', { conversation_id: 'c2' }), // 2 d ago; none is left
      approved('2026-05-30T12:00Z', { conversation_id: 'c3', agreement_id: 'a9' }), // 1 d ago; unknown: a5 stays open
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // a2 and a5
        agreement_overdue_count: { value: 2, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: agreement 80 (0.4 x 2)
        project_health: { value: 100 - 0.1 * 80, band: 'low' }, // 92
        risk: { value: 0.08 * 80, band: 'low' }, // 6.4
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 92,
          band: 'medium',
        }, // 63.8
        upsell_likelihood: { value: 0.4 * 63.8 + 0.35 * 0 + 0.25 * (0.6 * (100 - 6.4) + 0.4 * 92), band: 'medium' }, // 48.76
      },
      forecasts: {
        // norms: risk 0.064
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.064), // 0.00864
          p14: 0.00864 + 0.12 * (1 - 0.00864), // 0.1276032
          p30: 0.1276032 + 0.18 * (1 - 0.1276032), // 0.284634624
          expected_time_to_risk_days: (1 - 0.284634624) * 40 + 2, // 30.61461504
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.064), // 0.012
          p14: 0.012 + 0.12 * (1 - 0.012), // 0.13056
          p30: 0.13056 + 0.18 * (1 - 0.13056), // 0.2870592
          expected_time_to_risk_days: (1 - 0.2870592) * 40 + 2, // 30.517632
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.064), // 0.0096
          p14: 0.0096 + 0.12 * (1 - 0.0096), // 0.128448
          p30: 0.128448 + 0.18 * (1 - 0.128448), // 0.28532736
          expected_time_to_risk_days: (1 - 0.28532736) * 40 + 2, // 30.5869056
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.064), // 0.0096
          p14: 0.0096 + 0.12 * (1 - 0.0096), // 0.128448
          p30: 0.128448 + 0.18 * (1 - 0.128448), // 0.28532736
          expected_time_to_risk_days: (1 - 0.28532736) * 40 + 2, // 30.5869056
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'agreements: of 90 days exactly counts, older is forgotten',
    now: NOW,
    events: [
      agreed('2026-03-02T00:00Z', { agreement_id: 'a2', due_at: '2026-03-12T12:00Z' }), // 90.5 d ago, due 80 d ago
      agreed('2026-03-02T12:00Z', { agreement_id: 'a1', due_at: '2026-03-12T12:00Z' }), // 90 d ago, due 80 d ago
      agreed('2026-05-01T12:00Z', { agreement_id: 'a3', due_at: '2026-05-11T12:00Z' }), // 30 d ago, due 20 d ago
      agreed('2026-05-15T12:00Z', { agreement_id: 'a4', due_at: '2026-05-31T00:00Z' }), // 16 d ago, due 0.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // a1, a3 and a4
        agreement_overdue_count: { value: 3, status: 'critical' },
      },
      facts: CALM.facts,
      scores: {
        // of 100: agreement 100 (0.4 x 3, clamped)
        project_health: { value: 100 - 0.1 * 100, band: 'low' }, // 90
        risk: { value: 0.08 * 100, band: 'low' }, // 8
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 90,
          band: 'medium',
        }, // 63.5
        upsell_likelihood: { value: 0.4 * 63.5 + 0.35 * 0 + 0.25 * (0.6 * (100 - 8) + 0.4 * 90), band: 'medium' }, // 48.2
      },
      forecasts: {
        // norms: risk 0.08
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.08), // 0.0108
          p14: 0.0108 + 0.12 * (1 - 0.0108), // 0.129504
          p30: 0.129504 + 0.18 * (1 - 0.129504), // 0.28619328
          expected_time_to_risk_days: (1 - 0.28619328) * 40 + 2, // 30.5522688
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.08), // 0.015
          p14: 0.015 + 0.12 * (1 - 0.015), // 0.1332
          p30: 0.1332 + 0.18 * (1 - 0.1332), // 0.289224
          expected_time_to_risk_days: (1 - 0.289224) * 40 + 2, // 30.43104
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.2 * 0.08), // 0.012
          p14: 0.012 + 0.12 * (1 - 0.012), // 0.13056
          p30: 0.13056 + 0.18 * (1 - 0.13056), // 0.2870592
          expected_time_to_risk_days: (1 - 0.2870592) * 40 + 2, // 30.517632
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.2 * 0.08), // 0.012
          p14: 0.012 + 0.12 * (1 - 0.012), // 0.13056
          p30: 0.13056 + 0.18 * (1 - 0.13056), // 0.2870592
          expected_time_to_risk_days: (1 - 0.2870592) * 40 + 2, // 30.517632
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
      },
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
];

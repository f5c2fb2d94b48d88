import { CALM, NOW } from './calm.js';
import { clientNeeds, clientSays, noted, recorded, teamSays } from './events.js';
import { UPSELL_OPPORTUNITY } from './recommended.js';
import type { GoldenHistory } from './types.js';

/** Projects that go well, and what to offer to their clients. */
export const HEALTHY: GoldenHistory[] = [
  {
    name: 'healthy: an empty project',
    now: NOW,
    events: [],
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
  // upsell_likelihood is 65 exactly, but a forecast of client_risk without evidence is not looked at.
  {
    name: 'healthy: a happy client, ripe for an offer by the score, but with nothing that speaks of risk at all',
    now: NOW,
    events: [
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c2', sentiment_score: 1, evidence: ['message:1'] }), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:planned', 'planned_budget', 100000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 50000, ['deal:d1']), // 18 d ago
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 100000, ['deal:d1']), // 17 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: { value: 50000 / 100000, status: 'ok' },
        // a margin of 0.5
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 100000, cost: 50000, planned_budget: 100000 },
      scores: {
        ...CALM.scores,
        client_value: {
          value: 0.3 * 100 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (1 + 1) * 50 + 0.15 * 100,
          band: 'high',
        }, // 100
        upsell_likelihood: { value: 0.4 * 100 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0) + 0.4 * 100), band: 'high' }, // 65
      },
      forecasts: CALM.forecasts,
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'healthy: a happy client with two needs',
    now: NOW,
    events: [
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c2', sentiment_score: 1 }), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:planned', 'planned_budget', 100000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 50000, ['deal:d1']), // 18 d ago
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 100000, ['deal:d1']), // 17 d ago
      clientNeeds('2026-05-29T12:00Z'), // 2 d ago
      clientNeeds('2026-05-30T12:00Z'), // 1 d ago
      teamSays('2026-05-30T21:36Z', { evidence: ['message:9', 'doc:offer'] }), // 0.6 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 0.6, status: 'ok' },
        budget_burn_rate: { value: 50000 / 100000, status: 'ok' },
        // a margin of 0.5
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 100000, cost: 50000, planned_budget: 100000, needs_7d: 2 },
      scores: {
        // of 100: waiting 10 (0.6 d of 6)
        project_health: { value: 100 - 0.1 * 10, band: 'low' }, // 99
        risk: { value: 0.06 * 10, band: 'low' }, // 0.6
        client_value: {
          value: 0.3 * 100 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (1 + 1) * 50 + 0.15 * 99,
          band: 'high',
        }, // 99.85
        upsell_likelihood: {
          value: 0.4 * 99.85 + 0.35 * (35 * 2 + 12 * 0) + 0.25 * (0.6 * (100 - 0.6) + 0.4 * 99),
          band: 'critical',
        }, // 89.25
      },
      forecasts: {
        // norms: waiting 0.1 (0.6 d of 6), risk 0.006
        delivery_risk: {
          p7: 0.75 * (0.18 * 0.006), // 0.00081
          p14: 0.00081 + 0.12 * (1 - 0.00081), // 0.1207128
          p30: 0.1207128 + 0.18 * (1 - 0.1207128), // 0.278984496
          expected_time_to_risk_days: (1 - 0.278984496) * 40 + 2, // 30.84062016
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.006), // 0.001125
          p14: 0.001125 + 0.12 * (1 - 0.001125), // 0.12099
          p30: 0.12099 + 0.18 * (1 - 0.12099), // 0.2792118
          expected_time_to_risk_days: (1 - 0.2792118) * 40 + 2, // 30.831528
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * 0.1 + 0.2 * 0.006), // 0.0249
          p14: 0.0249 + 0.12 * (1 - 0.0249), // 0.141912
          p30: 0.141912 + 0.18 * (1 - 0.141912), // 0.29636784
          expected_time_to_risk_days: (1 - 0.29636784) * 40 + 2, // 30.1452864
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          p7: 0.75 * (0.14 * 0.1 + 0.2 * 0.006), // 0.0114
          p14: 0.0114 + 0.12 * (1 - 0.0114), // 0.130032
          p30: 0.130032 + 0.18 * (1 - 0.130032), // 0.28662624
          expected_time_to_risk_days: (1 - 0.28662624) * 40 + 2, // 30.5349504
          basis: { confidence: 0.35 + 0.01 * 2, evidence: 2, publishable: true, top_drivers: ['waiting', 'risk'] },
        },
      },
      recommendations: [{ ...UPSELL_OPPORTUNITY, priority: 4, due_date: '2026-06-05', gate: 'too_few_refs' }],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'healthy: one need, and a day and a half without an answer',
    now: NOW,
    events: [
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 50000, ['deal:d1']), // 17 d ago
      clientNeeds('2026-05-24T12:00Z'), // 7 d ago; a week ago exactly: out
      noted('2026-05-25T12:00Z'), // 6 d ago
      clientNeeds('2026-05-29T12:00Z'), // 2 d ago
      teamSays('2026-05-30T00:00Z', { evidence: ['message:9', 'doc:offer'] }), // 1.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        waiting_on_client_days: { value: 1.5, status: 'ok' },
        // one event the week before, three in the last
        activity_drop: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 50000, needs_7d: 1 },
      scores: {
        // of 100: waiting 25 (1.5 d of 6)
        project_health: { value: 100 - 0.1 * 25, band: 'low' }, // 97.5
        risk: { value: 0.06 * 25, band: 'low' }, // 1.5
        client_value: {
          value: 0.3 * 50 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 97.5,
          band: 'medium',
        }, // 79.625
        upsell_likelihood: {
          value: 0.4 * 79.625 + 0.35 * (35 * 1 + 12 * 0) + 0.25 * (0.6 * (100 - 1.5) + 0.4 * 97.5),
          band: 'high',
        }, // 68.625
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
];

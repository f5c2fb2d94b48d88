import { CALM, NOW } from './calm.js';
import { clientSays, teamSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** How the mood of the client changes. */
export const SENTIMENT: GoldenHistory[] = [
  {
    name: 'sentiment: one very angry message is a mood, not yet a trend',
    now: NOW,
    events: [
      clientSays('2026-05-30T12:00Z', { sentiment_score: -1 }), // 1 d ago
    ],
    expected: {
      signals: CALM.signals,
      facts: { ...CALM.facts },
      scores: {
        ...CALM.scores,
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-1 + 1) * 50 + 0.15 * 100,
          band: 'medium',
        }, // 60
        upsell_likelihood: { value: 0.4 * 60 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0) + 0.4 * 100), band: 'medium' }, // 49
      },
      forecasts: CALM.forecasts,
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: from calm to furious',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -1, evidence: ['message:2'] }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        client_sentiment: { value: 0.35 * -1 + 0.65 * 0 - 0, status: 'critical', evidence: ['message:2'] },
      },
      facts: { ...CALM.facts },
      scores: {
        // of 100: sentiment 100 (3 x 0.35, clamped)
        project_health: { value: 100 - 0.08 * 100, band: 'low' }, // 92
        risk: { value: 0.02 * 100, band: 'low' }, // 2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.35 + 1) * 50 + 0.15 * 92,
          band: 'medium',
        }, // 62.05
        upsell_likelihood: { value: 0.4 * 62.05 + 0.35 * 0 + 0.25 * (0.6 * (100 - 2) + 0.4 * 92), band: 'medium' }, // 48.72
      },
      forecasts: {
        // norms: sentiment (0.35 / 0.4), risk 0.02
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
          // 0.24 * (0.35 / 0.4) + 0.2 * 0.02 = 0.214, raised: trend of -0.25 or below
          p7: 0.75 * 0.55, // 0.4125
          p14: 0.4125 + 0.12 * (1 - 0.4125), // 0.483
          p30: 0.483 + 0.18 * (1 - 0.483), // 0.57606
          expected_time_to_risk_days: (1 - 0.57606) * 40 + 2, // 18.9576
          basis: { confidence: 0.35 + 0.01 * 1, evidence: 1, publishable: true, top_drivers: ['sentiment', 'risk'] },
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
      outcomes: { client_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'sentiment: it warms up, and a better mood is no risk',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: -0.5 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: 0.5 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // 0.35 * 0.5 + 0.65 * -0.5 = -0.15, after -0.5
        client_sentiment: { value: -0.15 - -0.5, status: 'ok' },
      },
      facts: { ...CALM.facts },
      scores: {
        ...CALM.scores,
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.15 + 1) * 50 + 0.15 * 100,
          band: 'medium',
        }, // 64.25
        upsell_likelihood: { value: 0.4 * 64.25 + 0.35 * 0 + 0.25 * (0.6 * (100 - 0) + 0.4 * 100), band: 'medium' }, // 50.7
      },
      forecasts: CALM.forecasts,
      recommendations: [],
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: only the scored messages of the client count',
    now: NOW,
    events: [
      teamSays('2026-05-25T12:00Z', { sentiment_score: -1 }), // 6 d ago
      clientSays('2026-05-26T12:00Z', { sentiment_score: 0.4 }), // 5 d ago
      clientSays('2026-05-27T12:00Z', { sentiment_score: null }), // 4 d ago
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-29T12:00Z', { sentiment_score: -0.8 }), // 2 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: null }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // 0.4; 0.35 * 0 + 0.65 * 0.4 = 0.26; 0.35 * -0.8 + 0.65 * 0.26 = -0.111
        client_sentiment: { value: -0.111 - 0.26, status: 'critical' },
      },
      facts: { ...CALM.facts },
      scores: {
        // of 100: sentiment 100 (3 x 0.371, clamped)
        project_health: { value: 100 - 0.08 * 100, band: 'low' }, // 92
        risk: { value: 0.02 * 100, band: 'low' }, // 2
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (-0.111 + 1) * 50 + 0.15 * 92,
          band: 'medium',
        }, // 63.245
        upsell_likelihood: { value: 0.4 * 63.245 + 0.35 * 0 + 0.25 * (0.6 * (100 - 2) + 0.4 * 92), band: 'medium' }, // 49.198
      },
      forecasts: {
        // norms: sentiment (0.371 / 0.4), risk 0.02
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
          // 0.24 * (0.371 / 0.4) + 0.2 * 0.02 = 0.2266, raised: trend of -0.25 or below
          p7: 0.75 * 0.55, // 0.4125
          p14: 0.4125 + 0.12 * (1 - 0.4125), // 0.483
          p30: 0.483 + 0.18 * (1 - 0.483), // 0.57606
          expected_time_to_risk_days: (1 - 0.57606) * 40 + 2, // 18.9576
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['sentiment', 'risk'] },
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
      outcomes: { client_risk: 4 },
      silences: [],
    },
  },
];

import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { clientSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** Moods on both sides of the warning, and of where it is critical and the forecast is raised. */
export const SENTIMENT_EDGES: GoldenHistory[] = [
  {
    name: 'sentiment: just short of a warning',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.79 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: (0 + -0.79) / 4, status: 'ok' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 83.54, band: 'low' },
        risk: { value: 13.17, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: just a warning',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: 0 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.8 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: (0 + -0.8) / 4, status: 'warn' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 83.33, band: 'low' },
        risk: { value: 13.33, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: just short of raising the forecast',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: -0.8 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.79 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: (-0.8 + -0.79) / 4, status: 'warn' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 66.88, band: 'medium' },
        risk: { value: 26.5, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { client_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'sentiment: just raising the forecast',
    now: NOW,
    events: [
      clientSays('2026-05-28T12:00Z', { sentiment_score: -0.8 }), // 3 d ago
      clientSays('2026-05-30T12:00Z', { sentiment_score: -0.8 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: (-0.8 + -0.8) / 4, status: 'critical' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 66.67, band: 'medium' },
        risk: { value: 26.67, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { client_risk: 4 },
      silences: [],
    },
  },
];

import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { clientSays } from './events.js';
import { moodOf } from './mood.js';
import type { GoldenHistory } from './types.js';

/** Moods on both sides of the warning, and of where it is critical and the forecast is raised. */
export const SENTIMENT_EDGES: GoldenHistory[] = [
  {
    name: 'sentiment: just short of a warning',
    now: NOW,
    events: [
      clientSays('2026-05-31T12:00Z', { sentiment_score: 0 }), // now
      clientSays('2026-05-31T12:00Z', { sentiment_score: -0.79 }), // now
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: moodOf([0, 0], [-0.79, 0]), status: 'ok' },
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
      clientSays('2026-05-31T12:00Z', { sentiment_score: 0 }), // now
      clientSays('2026-05-31T12:00Z', { sentiment_score: -0.8 }), // now
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: moodOf([0, 0], [-0.8, 0]), status: 'warn' },
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
      clientSays('2026-05-31T12:00Z', { sentiment_score: -0.8 }), // now
      clientSays('2026-05-31T12:00Z', { sentiment_score: -0.79 }), // now
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: moodOf([-0.8, 0], [-0.79, 0]), status: 'critical' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 66.88, band: 'medium' },
        risk: { value: 26.5, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { client_risk: 5 },
      silences: [],
    },
  },
  {
    name: 'sentiment: just raising the forecast',
    now: NOW,
    events: [
      clientSays('2026-05-31T12:00Z', { sentiment_score: -0.8 }), // now
      clientSays('2026-05-31T12:00Z', { sentiment_score: -0.8 }), // now
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: moodOf([-0.8, 0], [-0.8, 0]), status: 'critical' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 66.67, band: 'medium' },
        risk: { value: 26.67, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { client_risk: 5 },
      silences: [],
    },
  },
];

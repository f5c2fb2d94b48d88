import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, clientSays, teamSays } from './events.js';
import { moodOf } from './mood.js';
import type { GoldenHistory } from './types.js';

/** In what mood the client's people write. */
export const SENTIMENT: GoldenHistory[] = [
  {
    name: 'sentiment: one very angry message is a mood, not yet a trend',
    now: NOW,
    events: [
      clientSays('2026-05-30T12:00Z', { sentiment_score: -1 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        client_sentiment: { value: moodOf([-1, 1]), status: 'warn' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 73.49, band: 'medium' },
        risk: { value: 21.21, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
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
        ...WRITTEN,
        client_sentiment: { value: moodOf([0, 3], [-1, 1]), status: 'warn', evidence: ['message:2'] },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 79.24, band: 'low' },
        risk: { value: 16.61, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
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
        ...WRITTEN,
        client_sentiment: { value: moodOf([-0.5, 3], [0.5, 1]), status: 'ok' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 100, band: 'low' },
        risk: { value: 0, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
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
        ...WRITTEN,
        client_sentiment: { value: moodOf([0.4, 5], [0, 3], [-0.8, 2]), status: 'ok' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 92.15, band: 'low' },
        risk: { value: 6.28, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'sentiment: seven of eight messages at -0.9',
    now: NOW,
    events: [
      ...AROUND,
      ...['15', '16', '18', '20', '22', '25', '27'].map(
        (day) => clientSays(`2026-05-${day}T12:00Z`, { sentiment_score: -0.9, evidence: [`message:${day}`] }), // 16 to 4 d ago
      ),
      clientSays('2026-05-30T12:00Z', { sentiment_score: 0.2 }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: OK,
        stage_overdue: OK,
        // these eight, and the one of 20 days ago
        client_sentiment: {
          value: moodOf(...[16, 15, 13, 11, 9, 6, 4].map((days) => [-0.9, days] as const), [0.2, 1], [0, 20]),
          status: 'critical',
        },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 62.99, band: 'medium' },
        risk: { value: 29.6, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { client_risk: 5 },
      silences: [],
    },
  },
  {
    name: 'sentiment: one angry person among five',
    now: NOW,
    events: [
      ...AROUND,
      ...['22', '25', '27', '29'].map((day) =>
        clientSays(`2026-05-${day}T12:00Z`, { sentiment_score: -0.9, sender_id: 'anna' }),
      ),
      ...['boris', 'clara', 'dora'].map((sender_id) =>
        clientSays('2026-05-28T12:00Z', { sentiment_score: 0.3, sender_id }),
      ), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: OK,
        stage_overdue: OK,
        // anna, three who are content, and the one who wrote 20 days ago
        client_sentiment: {
          value: (moodOf([-0.9, 9], [-0.9, 6], [-0.9, 4], [-0.9, 2]) + 3 * moodOf([0.3, 3]) + moodOf([0, 20])) / 5,
          status: 'ok',
        },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 95.55, band: 'low' },
        risk: { value: 3.56, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
];

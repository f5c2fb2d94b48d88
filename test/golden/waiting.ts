import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, teamSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** The client is asked and does not answer. */
export const WAITING: GoldenHistory[] = [
  {
    name: 'waiting: three days without an answer',
    now: NOW,
    events: [
      teamSays('2026-05-28T12:00Z', { evidence: ['message:1'] }), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 3, status: 'warn', evidence: ['message:1'] },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'waiting: two days exactly are a warning',
    now: NOW,
    events: [
      teamSays('2026-05-29T12:00Z', { evidence: ['message:1', 'doc:brief'] }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 2, status: 'warn', evidence: ['message:1', 'doc:brief'] },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'waiting: a day and a half is no reason to act',
    now: NOW,
    events: [
      teamSays('2026-05-30T00:00Z', { evidence: ['message:1', 'doc:brief'] }), // 1.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 1.5, status: 'ok' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'waiting: the last millisecond of the year',
    now: '2026-12-31T23:59:59.999Z',
    events: [
      teamSays('2026-12-29T23:59:59.999Z', { evidence: ['message:1', 'doc:brief'] }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 2, status: 'warn' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'waiting: a follow-up on each of seven days does not start it again',
    now: NOW,
    events: [
      ...AROUND,
      ...['24', '25', '26', '27', '28', '29', '30'].map((day) => teamSays(`2026-05-${day}T12:00Z`)), // 7 to 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 7, status: 'critical' },
        blockers_age: OK,
        stage_overdue: OK,
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 50, band: 'high' },
        risk: { value: 40, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { client_risk: 5 },
      silences: ['2026-05-28T12:00Z'],
    },
  },
];

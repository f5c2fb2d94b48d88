import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { clientSays, teamSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** The client is silent: four days and more, also in the past. */
export const SILENCE: GoldenHistory[] = [
  {
    name: 'silence: four days exactly are critical, and the silence begins now',
    now: NOW,
    events: [
      teamSays('2026-05-27T12:00Z', { evidence: ['message:1', 'doc:offer'] }), // 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 4, status: 'critical' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { client_risk: 4 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
  {
    name: 'silence: six days, of which only chunks of text tell',
    now: NOW,
    events: [
      teamSays('2026-05-25T12:00Z', { evidence: ['rag:1', 'rag:2'] }), // 6 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 6, status: 'critical' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { client_risk: 5 },
      silences: ['2026-05-29T12:00Z'],
    },
  },
  {
    name: 'silence: the client answers at this very moment, and was silent before',
    now: NOW,
    events: [
      teamSays('2026-05-26T12:00Z'), // 5 d ago
      clientSays('2026-05-31T12:00Z'), // now
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: ['2026-05-30T12:00Z'],
    },
  },
  {
    name: 'silence: we write again into it, and it stays the same one',
    now: NOW,
    events: [
      teamSays('2026-05-22T12:00Z'), // 9 d ago
      teamSays('2026-05-25T12:00Z'), // 6 d ago; a follow-up: the count goes on
      teamSays('2026-05-31T00:00Z', { evidence: ['message:3'] }), // 0.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        // since our first message, not since the last
        waiting_on_client_days: { value: 9, status: 'critical', evidence: ['message:3'] },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { client_risk: 5 },
      silences: ['2026-05-26T12:00Z'],
    },
  },
  {
    name: 'silence: no matter in which conversation we spoke last',
    now: NOW,
    events: [
      clientSays('2026-05-30T12:00Z', { conversation_id: 'c1' }), // 1 d ago
      teamSays('2026-05-30T18:00Z', { conversation_id: 'c2' }), // 0.75 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 0.75, status: 'ok' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
];

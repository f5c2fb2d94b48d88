import { CALM, NOW, OK } from './calm.js';
import { noted, processWarned, silenceNoted, usualWeeks } from './events.js';
import type { GoldenHistory } from './types.js';

/** Work and talk that become less. */
export const ACTIVITY: GoldenHistory[] = [
  {
    name: 'activity: ten notes, then seven',
    now: NOW,
    // Ten in each of four usual weeks.
    events: [
      ...usualWeeks(NOW, 40),
      noted('2026-05-25T12:00Z'), // 6 d ago
      noted('2026-05-26T12:00Z'), // 5 d ago
      noted('2026-05-27T12:00Z'), // 4 d ago
      noted('2026-05-28T12:00Z'), // 3 d ago
      noted('2026-05-29T12:00Z'), // 2 d ago
      noted('2026-05-30T12:00Z'), // 1 d ago
      noted('2026-05-31T00:00Z'), // 0.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        activity_drop: { value: (40 / 4 - 7) / 10, status: 'warn' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'activity: the edges of both weeks, and what is none',
    now: NOW,
    events: [
      ...usualWeeks(NOW, 30),
      noted('2026-04-26T12:00Z'), // 35 d ago; out
      noted('2026-04-27T12:00Z'), // 34 d ago
      silenceNoted('2026-05-21T12:00Z'), // 10 d ago; by the system
      processWarned('2026-05-22T12:00Z'), // 9 d ago; by the system
      noted('2026-05-24T12:00Z'), // 7 d ago; in the weeks before
      noted('2026-05-25T12:00Z'), // 6 d ago
      noted('2026-05-26T12:00Z'), // 5 d ago
      noted('2026-05-27T12:00Z'), // 4 d ago
      noted('2026-05-31T12:00Z'), // now
      noted('2026-06-01T12:00Z'), // in 1 d; not yet
    ],
    expected: {
      signals: {
        ...CALM.signals,
        activity_drop: { value: (32 / 4 - 4) / 8, status: 'critical' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'activity: all has gone quiet',
    now: NOW,
    events: usualWeeks(NOW, 32),
    expected: {
      signals: {
        ...CALM.signals,
        activity_drop: { value: (32 / 4 - 0) / 8, status: 'critical' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'activity: more than before is no drop',
    now: NOW,
    events: [
      ...usualWeeks(NOW, 32),
      ...Array.from({ length: 9 }, () => noted('2026-05-28T12:00Z')), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        activity_drop: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
];

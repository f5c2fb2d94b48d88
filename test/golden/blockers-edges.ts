import { CALM, NOW } from './calm.js';
import { blocked, completed, unblocked } from './events.js';
import type { GoldenHistory } from './types.js';

/** Issues that are blocked twice, freed, blocked again, forgotten or unknown. */
export const BLOCKERS_EDGES: GoldenHistory[] = [
  {
    name: 'blockers: blocked twice keeps the first time, blocked again after it was freed does not',
    now: NOW,
    events: [
      blocked('2026-05-25T12:00Z', 'i1', ['issue:i1']), // 6 d ago
      blocked('2026-05-25T12:00Z', 'i3'), // 6 d ago
      blocked('2026-05-26T12:00Z', 'i2', ['issue:i2']), // 5 d ago
      unblocked('2026-05-27T12:00Z', 'i2'), // 4 d ago
      blocked('2026-05-28T12:00Z', 'i1', ['issue:i1']), // 3 d ago
      blocked('2026-05-29T12:00Z', 'i2', ['issue:i2']), // 2 d ago
      completed('2026-05-30T12:00Z', 'i3'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // i1 since 6 days, i2 since 2; i3 is done
        blockers_age: {
          value: (6 + 2) / 2,
          status: 'warn',
          details: { open_blockers: 2 },
          evidence: ['issue:i2', 'issue:i1'],
        },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'blockers: of 90 days exactly counts, older is forgotten',
    now: NOW,
    events: [
      blocked('2026-03-02T00:00Z', 'i2'), // 90.5 d ago
      blocked('2026-03-02T12:00Z', 'i1', ['issue:i1']), // 90 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // both are parked, and one of them is known still
        blockers_age: { value: 0, status: 'ok', details: { open_blockers: 0, parked_blockers: 1 }, evidence: [] },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'blockers: one that nobody knows cannot be freed',
    now: NOW,
    events: [
      blocked('2026-05-28T00:00Z', 'i1'), // 3.5 d ago
      unblocked('2026-05-29T12:00Z', 'i9'), // 2 d ago
      completed('2026-05-30T12:00Z', 'i8'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: 3.5, status: 'warn', details: { open_blockers: 1 } },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
];

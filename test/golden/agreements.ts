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
      scores: CALM.scores,
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
      scores: CALM.scores,
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
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
];

import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { clientAsksForMore, clientNeeds, clientSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** The client asks for more than was agreed. */
export const SCOPE: GoldenHistory[] = [
  {
    name: 'scope: one wish in five messages',
    now: NOW,
    events: [
      clientSays('2026-05-25T12:00Z'), // 6 d ago
      clientSays('2026-05-26T12:00Z'), // 5 d ago
      clientSays('2026-05-27T12:00Z'), // 4 d ago
      clientSays('2026-05-28T12:00Z', { evidence: ['message:4', 'doc:extra'] }), // 3 d ago
      clientAsksForMore('2026-05-28T12:00Z', ['message:4', 'doc:extra']), // 3 d ago
      clientSays('2026-05-30T12:00Z'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        scope_creep_rate: { value: 1 / 5, status: 'warn', evidence: ['message:4', 'doc:extra'] },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  // upsell_likelihood is above 65, but the forecast of client_risk that an offer would look at has no evidence.
  {
    name: 'scope: seven wishes in twenty messages, a chance for an offer that rests on nothing',
    now: NOW,
    events: [
      clientSays('2026-05-25T00:00Z'), // 6.5 d ago
      clientSays('2026-05-25T06:00Z', { evidence: ['message:1'] }), // 6.25 d ago
      clientAsksForMore('2026-05-25T06:00Z', ['message:1']), // 6.25 d ago
      clientSays('2026-05-25T12:00Z'), // 6 d ago
      clientSays('2026-05-25T18:00Z'), // 5.75 d ago
      clientSays('2026-05-26T00:00Z', { evidence: ['message:2'] }), // 5.5 d ago
      clientAsksForMore('2026-05-26T00:00Z', ['message:2']), // 5.5 d ago
      clientSays('2026-05-26T06:00Z'), // 5.25 d ago
      clientSays('2026-05-26T12:00Z'), // 5 d ago
      clientSays('2026-05-26T18:00Z', { evidence: ['message:3'] }), // 4.75 d ago
      clientAsksForMore('2026-05-26T18:00Z', ['message:3']), // 4.75 d ago
      clientSays('2026-05-27T00:00Z'), // 4.5 d ago
      clientSays('2026-05-27T06:00Z'), // 4.25 d ago
      clientSays('2026-05-27T12:00Z', { evidence: ['message:4'] }), // 4 d ago
      clientAsksForMore('2026-05-27T12:00Z', ['message:4']), // 4 d ago
      clientSays('2026-05-27T18:00Z'), // 3.75 d ago
      clientSays('2026-05-28T00:00Z'), // 3.5 d ago
      clientSays('2026-05-28T06:00Z', { evidence: ['message:5'] }), // 3.25 d ago
      clientAsksForMore('2026-05-28T06:00Z', ['message:5']), // 3.25 d ago
      clientSays('2026-05-28T12:00Z'), // 3 d ago
      clientSays('2026-05-28T18:00Z'), // 2.75 d ago
      clientSays('2026-05-29T00:00Z', { evidence: ['message:6'] }), // 2.5 d ago
      clientAsksForMore('2026-05-29T00:00Z', ['message:6']), // 2.5 d ago
      clientSays('2026-05-29T06:00Z'), // 2.25 d ago
      clientSays('2026-05-29T12:00Z'), // 2 d ago
      clientSays('2026-05-29T18:00Z', { evidence: ['message:7'] }), // 1.75 d ago
      clientAsksForMore('2026-05-29T18:00Z', ['message:7']), // 1.75 d ago
      clientNeeds('2026-05-30T00:00Z'), // 1.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        scope_creep_rate: {
          value: 7 / 20,
          status: 'critical',
          evidence: ['message:7', 'message:6', 'message:5', 'message:4', 'message:3', 'message:2', 'message:1'],
        },
      },
      facts: { ...CALM.facts, scope_changes_7d: 7, needs_14d: 1 },
      scores: CALM.scores,
      outcomes: { scope_risk: 5 },
      silences: [],
    },
  },
  {
    name: 'scope: a wish without any message',
    now: NOW,
    events: [
      clientAsksForMore('2026-05-30T12:00Z', ['message:1']), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        // of no message as of one
        scope_creep_rate: { value: 1 / 1, status: 'critical', evidence: ['message:1'] },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'scope: a wish of exactly a week ago has left the window',
    now: NOW,
    events: [
      clientSays('2026-05-24T12:00Z'), // 7 d ago
      clientAsksForMore('2026-05-24T12:00Z'), // 7 d ago
      clientSays('2026-05-29T12:00Z'), // 2 d ago
      clientSays('2026-05-30T12:00Z'), // 1 d ago
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
      silences: [],
    },
  },
];

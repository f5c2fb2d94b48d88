import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { clientAsks, clientSays, teamSays, teamTells } from './events.js';
import type { GoldenHistory } from './types.js';

/** How long the client waits for us. */
export const RESPONSE: GoldenHistory[] = [
  {
    name: 'response: answers after two and six hours',
    now: NOW,
    events: [
      clientAsks('2026-05-28T12:00Z'), // 3 d ago
      teamSays('2026-05-28T14:00Z'), // 3 d ago, 120 min later
      clientAsks('2026-05-29T12:00Z', { conversation_id: 'c2' }), // 2 d ago
      teamSays('2026-05-29T18:00Z', { conversation_id: 'c2' }), // 2 d ago, 360 min later
      clientSays('2026-05-30T12:00Z', { conversation_id: 'c2' }), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        response_time_median: { value: (120 + 360) / 2, status: 'warn' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: half a day, told by the question and the answer',
    now: NOW,
    events: [
      clientAsks('2026-05-29T00:00Z', { evidence: ['message:1'] }), // 2.5 d ago
      teamSays('2026-05-29T12:00Z', { evidence: ['message:2'] }), // 2 d ago
      clientSays('2026-05-30T12:00Z'), // 1 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        response_time_median: { value: 720, status: 'critical', evidence: ['message:2', 'message:1'] },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: an answer of exactly 28 days ago has left the window',
    now: NOW,
    events: [
      clientAsks('2026-05-02T12:00Z'), // 29 d ago
      teamTells('2026-05-03T12:00Z'), // 28 d ago; a day late, and forgotten
      clientAsks('2026-05-03T18:00Z', { conversation_id: 'c2' }), // 27.75 d ago
      teamTells('2026-05-04T00:00Z', { conversation_id: 'c2' }), // 27.5 d ago
      clientSays('2026-05-04T12:00Z', { conversation_id: 'c2' }), // 27 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        // a quarter of a day
        response_time_median: { value: 360, status: 'warn' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: from the first of several questions to the first of several answers, in each conversation',
    now: NOW,
    events: [
      clientAsks('2026-05-28T12:00Z'), // 3 d ago
      clientAsks('2026-05-28T13:00Z'), // 3 d ago, 60 min later
      teamSays('2026-05-28T15:00Z'), // 3 d ago, 180 min later
      teamSays('2026-05-28T16:00Z'), // 3 d ago, 240 min later
      clientSays('2026-05-29T12:00Z', { conversation_id: 'c2' }), // 2 d ago
      teamTells('2026-05-30T12:00Z'), // 1 d ago; in c1: no answer to c2
      clientSays('2026-05-31T00:00Z', { conversation_id: 'c2' }), // 0.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        response_time_median: { value: 180, status: 'ok' },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: sixteen hours exactly are a reason to answer',
    now: NOW,
    events: [
      clientAsks('2026-05-30T20:00Z', { evidence: ['message:1'] }), // 16 h ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_us_hours: { value: 16, status: 'critical', evidence: ['message:1'] },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'response: a quarter of an hour less is none',
    now: NOW,
    events: [
      clientAsks('2026-05-30T20:15Z', { evidence: ['message:1'] }), // 15.75 h ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_us_hours: { value: 15.75, status: 'warn', evidence: ['message:1'] },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
];

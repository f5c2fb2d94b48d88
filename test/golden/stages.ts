import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, stageCompleted, stageStarted } from './events.js';
import type { GoldenHistory } from './types.js';

/** Stages of the work that are past their date. */
export const STAGES: GoldenHistory[] = [
  {
    name: 'stages: one a day late, one in time, one without a date',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-30T12:00Z', ['cycle:s1']), // 20 d ago, due 1 d ago
      stageStarted('2026-05-11T12:00Z', 's2', '2026-06-05T12:00Z'), // 20 d ago, due in 5 d
      stageStarted('2026-05-11T12:00Z', 's3', null), // 20 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 1, status: 'warn', evidence: ['cycle:s1'] },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'stages: three days late exactly raise the forecast, and are no reason to act',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-28T12:00Z', ['cycle:s1', 'doc:plan']), // 20 d ago, due 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 3, status: 'critical' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'stages: the latest of several, six days late',
    now: NOW,
    events: [
      stageStarted('2026-05-01T12:00Z', 's1', '2026-05-25T12:00Z', ['cycle:s1', 'doc:plan']), // 30 d ago, due 6 d ago
      stageStarted('2026-05-11T12:00Z', 's2', '2026-05-27T12:00Z'), // 20 d ago, due 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 6, status: 'critical' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { delivery_risk: 5 },
      silences: [],
    },
  },
  {
    name: 'stages: a new date replaces the old one, the end closes it, a new beginning opens it again',
    now: NOW,
    events: [
      stageStarted('2026-05-01T12:00Z', 's1', '2026-05-11T12:00Z'), // 30 d ago, due 20 d ago
      stageStarted('2026-05-15T12:00Z', 's1', '2026-05-29T00:00Z'), // 16 d ago, due 2.5 d ago; moved
      stageStarted('2026-05-01T12:00Z', 's2', '2026-05-11T12:00Z'), // 30 d ago, due 20 d ago
      stageCompleted('2026-05-16T12:00Z', 's2'), // 15 d ago
      stageStarted('2026-05-01T12:00Z', 's3', '2026-05-06T12:00Z'), // 30 d ago, due 25 d ago
      stageCompleted('2026-05-11T12:00Z', 's3'), // 20 d ago
      stageStarted('2026-05-15T12:00Z', 's3', '2026-06-03T12:00Z'), // 16 d ago, due in 3 d
    ],
    expected: {
      signals: {
        ...CALM.signals,
        stage_overdue: { value: 2.5, status: 'warn' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'stages: one that nobody closes is over when the next begins',
    now: NOW,
    events: [
      ...AROUND,
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-18T12:00Z', ['cycle:s1']), // 20 d ago, due 13 d ago
      stageStarted('2026-05-18T12:00Z', 's2', '2026-05-29T12:00Z', ['cycle:s2']), // 13 d ago, due 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: OK,
        stage_overdue: { value: 2, status: 'warn', evidence: ['cycle:s2'] },
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 80, band: 'low' },
        risk: { value: 20, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
];

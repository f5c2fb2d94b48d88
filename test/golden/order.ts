import { CALM, NOW, OK, WRITTEN } from './calm.js';
import {
  blocked,
  clientAsks,
  clientSays,
  completed,
  recorded,
  stageCompleted,
  stageStarted,
  teamSays,
} from './events.js';
import { moodOf } from './mood.js';
import type { GoldenHistory } from './types.js';

/** Events that arrive late, out of order or at one instant. */
export const ORDER: GoldenHistory[] = [
  {
    name: 'order: late news is read where it belongs',
    now: NOW,
    events: [
      completed('2026-05-29T12:00Z', 'i1'), // 2 d ago; told before it was blocked
      clientSays('2026-05-30T12:00Z', { conversation_id: 'c2', sentiment_score: -1 }), // 1 d ago
      blocked('2026-05-28T00:00Z', 'i2', ['issue:i2']), // 3.5 d ago
      teamSays('2026-05-28T12:00Z'), // 3 d ago
      blocked('2026-05-26T12:00Z', 'i1'), // 5 d ago
      recorded('2026-05-15T12:00Z', 'd1:revenue', 'revenue', 50000), // 16 d ago
      recorded('2026-05-14T12:00Z', 'd1:cost', 'cost', 5000), // 17 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 9000), // 18 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000), // 20 d ago
      clientAsks('2026-05-28T06:00Z', { sentiment_score: 0 }), // 3.25 d ago; what we answered, known last
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        // the client's message in c2 is the last, whenever ours arrived
        waiting_on_client_days: { value: 0, status: 'ok' },
        response_time_median: { value: 360, status: 'warn' },
        blockers_age: { value: 3.5, status: 'warn', details: { open_blockers: 1 }, evidence: ['issue:i2'] },
        client_sentiment: { value: moodOf([-1, 1], [0, 3.25]), status: 'warn' },
        scope_creep_rate: OK,
        budget_burn_rate: { value: 5000 / 10000, status: 'ok' },
        // a margin of 0.9
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 50000, cost: 5000, planned_budget: 10000 },
      scores: {
        ...CALM.scores,
        project_health: { value: 59.58, band: 'high' },
        risk: { value: 35.84, band: 'low' },
        client_value: { value: 65.86, band: 'medium' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'order: at one instant, what arrived last happened last',
    now: NOW,
    events: [
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 8000), // 20 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000), // 20 d ago
      recorded('2026-05-11T12:00Z', 'd1:cost', 'cost', 11000), // 20 d ago
      recorded('2026-05-11T12:00Z', 'd1:revenue', 'revenue', 20000), // 20 d ago
      stageStarted('2026-05-15T12:00Z', 's1', '2026-05-26T12:00Z'), // 16 d ago, due 5 d ago
      stageCompleted('2026-05-15T12:00Z', 's1'), // 16 d ago; closed
      stageCompleted('2026-05-15T12:00Z', 's2'), // 16 d ago
      stageStarted('2026-05-15T12:00Z', 's2', '2026-05-30T12:00Z'), // 16 d ago, due 1 d ago; open
      clientSays('2026-05-29T12:00Z'), // 2 d ago
      teamSays('2026-05-29T12:00Z', { evidence: ['message:2'] }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 2, status: 'warn' },
        stage_overdue: { value: 1, status: 'warn' },
        scope_creep_rate: OK,
        budget_burn_rate: { value: 11000 / 10000, status: 'warn' },
        // a margin of 0.45
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 20000, cost: 11000, planned_budget: 10000 },
      scores: {
        ...CALM.scores,
        project_health: { value: 64.17, band: 'medium' },
        risk: { value: 34.17, band: 'low' },
        client_value: { value: 58.04, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'order: at one instant, the other way round',
    now: NOW,
    events: [
      teamSays('2026-05-29T12:00Z'), // 2 d ago
      clientSays('2026-05-29T12:00Z'), // 2 d ago
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

import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, clientNeeds, clientSays, noted, recorded, teamSays } from './events.js';
import { moodOf } from './mood.js';
import type { GoldenHistory } from './types.js';

/** Projects that go well, and what to offer to their clients. */
export const HEALTHY: GoldenHistory[] = [
  {
    name: 'healthy: an empty project',
    now: NOW,
    events: [],
    expected: {
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  // upsell_likelihood is high, but a forecast of client_risk without evidence is not looked at.
  {
    name: 'healthy: a happy client, ripe for an offer by the score, but with nothing that speaks of risk at all',
    now: NOW,
    events: [
      ...AROUND,
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c2', sentiment_score: 1, evidence: ['message:1'] }), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:planned', 'planned_budget', 100000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 50000, ['deal:d1']), // 18 d ago
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 100000, ['deal:d1']), // 17 d ago
      clientNeeds('2026-05-29T12:00Z'), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: OK,
        stage_overdue: OK,
        client_sentiment: { value: moodOf([0, 20], [1, 20]), status: 'ok' },
        scope_creep_rate: OK,
        budget_burn_rate: { value: 50000 / 100000, status: 'ok' },
        // a margin of 0.5
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 100000, cost: 50000, planned_budget: 100000, needs_14d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 100, band: 'low' },
        risk: { value: 0, band: 'low' },
        client_value: { value: 94.38, band: 'high' },
        upsell_likelihood: { value: 75, band: 'high' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'healthy: a happy client with two needs',
    now: NOW,
    events: [
      ...AROUND,
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c2', sentiment_score: 1 }), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:planned', 'planned_budget', 100000, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:cost', 'cost', 50000, ['deal:d1']), // 18 d ago
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 100000, ['deal:d1']), // 17 d ago
      clientNeeds('2026-05-29T12:00Z'), // 2 d ago
      clientNeeds('2026-05-30T12:00Z', ['message:8']), // 1 d ago
      teamSays('2026-05-30T21:36Z', { evidence: ['message:9', 'doc:offer'] }), // 0.6 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 0.6, status: 'ok' },
        blockers_age: OK,
        stage_overdue: OK,
        client_sentiment: { value: moodOf([0, 20], [1, 20]), status: 'ok' },
        scope_creep_rate: OK,
        budget_burn_rate: { value: 50000 / 100000, status: 'ok' },
        // a margin of 0.5
        margin_risk: { value: 0, status: 'ok' },
      },
      facts: { ...CALM.facts, revenue: 100000, cost: 50000, planned_budget: 100000, needs_14d: 2 },
      scores: {
        ...CALM.scores,
        project_health: { value: 95, band: 'low' },
        risk: { value: 4, band: 'low' },
        client_value: { value: 93.44, band: 'high' },
        upsell_likelihood: { value: 85.78, band: 'critical' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'healthy: one need, and a day and a half without an answer',
    now: NOW,
    events: [
      ...AROUND,
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 90000, ['deal:d1']), // 17 d ago
      clientNeeds('2026-05-17T12:00Z'), // 14 d ago; two weeks ago exactly: out
      noted('2026-05-25T12:00Z'), // 6 d ago
      clientNeeds('2026-05-29T12:00Z'), // 2 d ago
      teamSays('2026-05-30T00:00Z', { evidence: ['message:9', 'doc:offer'] }), // 1.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 1.5, status: 'ok' },
        blockers_age: OK,
        stage_overdue: OK,
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: { ...CALM.facts, revenue: 90000, needs_14d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 87.5, band: 'low' },
        risk: { value: 10, band: 'low' },
        client_value: { value: 82.05, band: 'high' },
        upsell_likelihood: { value: 67.32, band: 'high' },
      },
      outcomes: {},
      silences: [],
    },
  },
];

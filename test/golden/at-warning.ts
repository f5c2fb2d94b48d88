import { CALM, NOW, WRITTEN } from './calm.js';
import {
  agreed,
  blocked,
  clientAsks,
  clientAsksForMore,
  clientSays,
  recorded,
  stageStarted,
  teamSays,
  usualWeeks,
} from './events.js';
import { moodOf } from './mood.js';
import type { GoldenHistory } from './types.js';

/** Every signal where its warning begins (sentiment and margin just beyond it). */
export const AT_WARNING: GoldenHistory[] = [
  // We wait for two days, but the forecast of client_risk has no evidence: nothing is recommended for that.
  {
    name: 'thresholds: every signal is a warning',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-30T12:00Z', ['cycle:s1']), // 20 d ago, due 1 d ago
      agreed('2026-05-11T12:00Z', { agreement_id: 'a1', due_at: '2026-05-30T12:00Z' }), // 20 d ago, due 1 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 15000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 16500, ['deal:d1']), // 19 d ago
      recorded('2026-05-13T12:00Z', 'd1:revenue', 'revenue', 22000, ['deal:d1']), // 18 d ago
      ...usualWeeks(NOW, 43), // with the five things before: 12 a week
      clientSays('2026-05-25T12:00Z', { sentiment_score: -0.51 }), // 6 d ago
      clientSays('2026-05-26T12:00Z', { sentiment_score: -0.51 }), // 5 d ago
      clientSays('2026-05-27T12:00Z'), // 4 d ago
      clientAsksForMore('2026-05-27T12:00Z'), // 4 d ago
      clientSays('2026-05-28T12:00Z'), // 3 d ago
      blocked('2026-05-28T12:00Z', 'i1'), // 3 d ago
      clientAsks('2026-05-29T08:00Z', { conversation_id: 'c2' }), // 2 d and 240 min ago
      teamSays('2026-05-29T12:00Z', { conversation_id: 'c2' }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 2, status: 'warn' },
        response_time_median: { value: 240, status: 'warn' },
        blockers_age: { value: 3, status: 'warn', details: { open_blockers: 1 } },
        stage_overdue: { value: 1, status: 'warn' },
        agreement_overdue_count: { value: 1, status: 'warn' },
        client_sentiment: { value: moodOf([-0.51, 6], [-0.51, 5]), status: 'warn' },
        scope_creep_rate: { value: 1 / 5, status: 'warn' },
        budget_burn_rate: { value: 16500 / 15000, status: 'warn' },
        // a margin of 5500 / 22000
        margin_risk: { value: (0.35 - 0.25) / 0.35, status: 'warn' },
        // 5 + 1 messages, a wish and a blocker
        activity_drop: { value: (12 - 8) / 12, status: 'warn' },
      },
      facts: { ...CALM.facts, revenue: 22000, cost: 16500, planned_budget: 15000, scope_changes_7d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 55.26, band: 'high' },
        risk: { value: 43.87, band: 'low' },
        client_value: { value: 50.04, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { client_risk: 4 },
      silences: [],
    },
  },
];

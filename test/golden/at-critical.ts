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

/** Every signal where its critical state begins (sentiment and margin just beyond it). */
export const AT_CRITICAL: GoldenHistory[] = [
  // An outcome of delivery_risk by the risk alone: blockers of 5 days and a stage 3 days late are not more than that.
  {
    name: 'thresholds: every signal is critical',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-28T12:00Z', ['cycle:s1']), // 20 d ago, due 3 d ago
      agreed('2026-05-11T12:00Z', { agreement_id: 'a1', due_at: '2026-05-30T12:00Z' }), // 20 d ago, due 1 d ago
      agreed('2026-05-11T12:00Z', { agreement_id: 'a2', due_at: '2026-05-30T12:00Z' }), // 20 d ago, due 1 d ago
      recorded('2026-05-11T12:00Z', 'd1:planned', 'planned_budget', 10000, ['deal:d1']), // 20 d ago
      recorded('2026-05-12T12:00Z', 'd2:cost', 'cost', 12000, ['deal:d2'], { deal_id: 'd1' }), // 19 d ago; of d1, though another record shows it
      recorded('2026-05-13T12:00Z', 'd1:revenue', 'revenue', 15000, ['deal:d1']), // 18 d ago
      ...usualWeeks(NOW, 50), // with the six things before: 14 a week
      clientSays('2026-05-25T00:00Z', { sentiment_score: -0.92 }), // 6.5 d ago
      clientAsksForMore('2026-05-25T00:00Z'), // 6.5 d ago
      blocked('2026-05-25T12:00Z', 'i3'), // 6 d ago
      blocked('2026-05-26T12:00Z', 'i2'), // 5 d ago
      clientAsks('2026-05-27T00:00Z', { conversation_id: 'c2', sentiment_score: -0.92 }), // 4.5 d ago
      teamSays('2026-05-27T12:00Z', { conversation_id: 'c2' }), // 4 d ago
      blocked('2026-05-27T12:00Z', 'i1'), // 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 4, status: 'critical' },
        response_time_median: { value: 720, status: 'critical' },
        blockers_age: { value: (6 + 5 + 4) / 3, status: 'critical', details: { open_blockers: 3 } },
        stage_overdue: { value: 3, status: 'critical' },
        agreement_overdue_count: { value: 2, status: 'critical' },
        client_sentiment: { value: moodOf([-0.92, 6.5], [-0.92, 4.5]), status: 'critical' },
        scope_creep_rate: { value: 1 / 2, status: 'critical' },
        budget_burn_rate: { value: 12000 / 10000, status: 'critical' },
        // a margin of 3000 / 15000
        margin_risk: { value: (0.35 - 0.2) / 0.35, status: 'critical' },
        // 2 + 1 messages, a wish and 3 blockers
        activity_drop: { value: (14 - 7) / 14, status: 'critical' },
      },
      facts: { ...CALM.facts, revenue: 15000, cost: 12000, planned_budget: 10000, scope_changes_7d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 11.67, band: 'critical' },
        risk: { value: 85.67, band: 'critical' },
        client_value: { value: 33.67, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 5, finance_risk: 4, client_risk: 5 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
];

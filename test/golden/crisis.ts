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
  teamTells,
} from './events.js';
import { moodOf } from './mood.js';
import type { GoldenHistory } from './types.js';

/** Everything at once. */
export const CRISIS: GoldenHistory[] = [
  {
    name: 'crisis: no side of the project is well, and the similar ones ended badly',
    now: NOW,
    events: [
      agreed('2026-04-21T12:00Z', { agreement_id: 'a1', due_at: '2026-05-01T12:00Z' }), // 40 d ago, due 30 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a2', due_at: '2026-05-11T12:00Z' }), // 40 d ago, due 20 d ago
      agreed('2026-04-21T12:00Z', { agreement_id: 'a3', due_at: '2026-05-16T12:00Z' }), // 40 d ago, due 15 d ago
      stageStarted('2026-05-01T12:00Z', 's1', '2026-05-25T12:00Z', ['cycle:s1']), // 30 d ago, due 6 d ago
      recorded('2026-05-01T12:00Z', 'd1:planned', 'planned_budget', 2000, ['deal:d1']), // 30 d ago
      recorded('2026-05-01T12:00Z', 'd1:value', 'expected_revenue', 3000, ['deal:d1']), // 30 d ago; not won yet
      recorded('2026-05-06T12:00Z', 'd1:cost', 'cost', 3000, ['deal:d1']), // 25 d ago
      blocked('2026-05-17T12:00Z', 'i3', ['issue:i3']), // 14 d ago
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c3', sentiment_score: -1 }), // 20 d ago
      blocked('2026-05-19T12:00Z', 'i2', ['issue:i2']), // 12 d ago
      blocked('2026-05-21T12:00Z', 'i1', ['issue:i1']), // 10 d ago
      clientAsks('2026-05-25T00:00Z', { conversation_id: 'c2', sentiment_score: -1 }), // 6.5 d ago
      clientAsksForMore('2026-05-25T00:00Z', ['message:8', 'doc:extra']), // 6.5 d ago
      teamTells('2026-05-25T06:00Z', { conversation_id: 'c2' }), // 6.25 d ago; an answer, no question
      teamSays('2026-05-25T12:00Z', { evidence: ['message:9', 'doc:report'] }), // 6 d ago
    ],
    similar_cases: [
      {
        similarity: 0.8,
        outcomes: [
          { type: 'client_risk', severity: 5, evidence: ['message:77'] },
          { type: 'delivery_risk', severity: 4, evidence: [] },
        ],
      },
      {
        similarity: 0.6,
        outcomes: [
          { type: 'client_risk', severity: 4, evidence: [] },
          { type: 'finance_risk', severity: 5, evidence: [] },
        ],
      },
      { similarity: 0.5, outcomes: [] },
      {
        similarity: 0.4,
        outcomes: [
          { type: 'delivery_risk', severity: 4, evidence: [] },
          { type: 'delivery_risk', severity: 5, evidence: [] },
        ],
      },
      { similarity: 0.2, outcomes: [{ type: 'scope_risk', severity: 4, evidence: [] }] },
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 6, status: 'critical' },
        response_time_median: { value: 360, status: 'warn' },
        blockers_age: { value: (14 + 12 + 10) / 3, status: 'critical', details: { open_blockers: 3 } },
        stage_overdue: { value: 6, status: 'critical' },
        agreement_overdue_count: { value: 3, status: 'critical' },
        client_sentiment: { value: moodOf([-1, 20], [-1, 6.5]), status: 'warn' },
        scope_creep_rate: { value: 1 / 1, status: 'critical' },
        budget_burn_rate: { value: 3000 / 2000, status: 'critical' },
        // all that the open deal is to bring in is spent
        margin_risk: { value: 1, status: 'critical' },
      },
      facts: { ...CALM.facts, revenue: 0, cost: 3000, planned_budget: 2000, scope_changes_7d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 1.94, band: 'critical' },
        risk: { value: 96.34, band: 'critical' },
        client_value: { value: 4.69, band: 'critical' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 5, finance_risk: 5, client_risk: 5 },
      silences: ['2026-05-29T12:00Z'],
    },
  },
];

import { CALM, NOW, WRITTEN } from './calm.js';
import { agreed, blocked, clientAsksForMore, refs, stageStarted, teamSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** How much evidence is kept: 20 refs of a signal, 40 of a forecast, 60 of a score, 30 of a recommendation. */
export const EVIDENCE: GoldenHistory[] = [
  {
    name: 'evidence: a signal keeps its latest 20',
    now: NOW,
    events: [
      blocked('2026-05-17T12:00Z', 'i2', refs('doc', 12)), // 14 d ago
      blocked('2026-05-19T12:00Z', 'i1', refs('message', 12)), // 12 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: {
          value: (14 + 12) / 2,
          status: 'critical',
          details: { open_blockers: 2 },
          evidence: [...refs('message', 12), ...refs('doc', 8)],
        },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'evidence: what is left of five times twenty-five',
    now: NOW,
    events: [
      agreed('2026-04-21T12:00Z', { agreement_id: 'a1', due_at: '2026-05-01T12:00Z' }, refs('doc', 25)), // 40 d ago, due 30 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-25T12:00Z', refs('cycle', 25)), // 20 d ago, due 6 d ago
      blocked('2026-05-19T12:00Z', 'i1', refs('issue', 25)), // 12 d ago
      teamSays('2026-05-26T12:00Z', { evidence: refs('rag', 25) }), // 5 d ago
      clientAsksForMore('2026-05-28T12:00Z', refs('message', 25)), // 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 5, status: 'critical', evidence: refs('rag', 20) },
        blockers_age: { value: 12, status: 'critical', details: { open_blockers: 1 }, evidence: refs('issue', 20) },
        stage_overdue: { value: 6, status: 'critical', evidence: refs('cycle', 20) },
        agreement_overdue_count: { value: 1, status: 'warn', evidence: refs('doc', 20) },
        scope_creep_rate: { value: 1 / 1, status: 'critical', evidence: refs('message', 20) },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 8.58, band: 'critical', evidence: 60 },
        risk: { value: 89.92, band: 'critical', evidence: 60 },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 5, client_risk: 4 },
      silences: ['2026-05-30T12:00Z'],
    },
  },
];

import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, blocked, stageStarted } from './events.js';
import type { GoldenHistory } from './types.js';

/** Health exactly where its bands begin. */
export const HEALTH_BANDS: GoldenHistory[] = [
  {
    name: 'health: 75 exactly is low concern',
    now: NOW,
    events: [
      ...AROUND,
      blocked('2026-05-28T00:00Z', 'i1', ['issue:i1']), // 3.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 0, status: 'ok' },
        blockers_age: { value: 3.5, status: 'warn', details: { open_blockers: 1 } },
        stage_overdue: OK,
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 75, band: 'low' },
        risk: { value: 25, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'health: 60 exactly is medium concern',
    now: NOW,
    events: [
      ...AROUND,
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-27T12:00Z', ['cycle:s1']), // 20 d ago, due 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 0, status: 'ok' },
        blockers_age: { value: 0, status: 'ok', details: { open_blockers: 0 } },
        stage_overdue: { value: 4, status: 'critical' },
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 60, band: 'medium' },
        risk: { value: 40, band: 'low' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
];

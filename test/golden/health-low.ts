import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, blocked, teamSays } from './events.js';
import type { GoldenHistory } from './types.js';

/** Health so low that it is an outcome by itself. */
export const HEALTH_LOW: GoldenHistory[] = [
  {
    name: 'health: 40 exactly is high concern, and nothing is there to point at',
    now: NOW,
    events: [
      ...AROUND,
      blocked('2026-05-23T12:00Z', 'i1'), // 8 d ago
      teamSays('2026-05-29T02:24Z'), // 2.4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 2.4, status: 'warn' },
        blockers_age: { value: 8, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 0, status: 'ok' },
        agreement_overdue_count: { value: 0, status: 'ok' },
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 40, band: 'high' },
        risk: { value: 58, band: 'medium' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'health: 45 exactly is an outcome of client_risk by itself',
    now: NOW,
    events: [
      ...AROUND,
      blocked('2026-05-23T12:00Z', 'i1'), // 8 d ago
      teamSays('2026-05-30T07:12Z', { evidence: ['message:1', 'doc:plan'] }), // 1.2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 1.2, status: 'ok' },
        blockers_age: { value: 8, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 0, status: 'ok' },
        agreement_overdue_count: { value: 0, status: 'ok' },
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 45, band: 'high' },
        risk: { value: 54, band: 'medium' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
];

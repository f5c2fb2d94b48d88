import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, blocked, clientAsksForMore, clientSays, stageStarted } from './events.js';
import type { GoldenHistory } from './types.js';

/** Risk exactly where its bands begin. */
export const RISK_BANDS: GoldenHistory[] = [
  {
    name: 'risk: 45 exactly is medium',
    now: NOW,
    events: [
      ...AROUND,
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-27T00:00Z'), // 20 d ago, due 4.5 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: { value: 0, status: 'ok', details: { open_blockers: 0 } },
        stage_overdue: { value: 4.5, status: 'critical' },
        agreement_overdue_count: { value: 0, status: 'ok' },
        client_sentiment: OK,
        scope_creep_rate: { value: 0, status: 'ok' },
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 55, band: 'high' },
        risk: { value: 45, band: 'medium' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'risk: 65 exactly is high',
    now: NOW,
    events: [
      ...AROUND,
      blocked('2026-05-23T12:00Z', 'i1'), // 8 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-28T12:00Z'), // 20 d ago, due 3 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 0, status: 'ok' },
        blockers_age: { value: 8, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 3, status: 'critical' },
        agreement_overdue_count: { value: 0, status: 'ok' },
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 35, band: 'critical' },
        risk: { value: 65, band: 'high' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'risk: 80 exactly is critical, and a severe outcome only from 85',
    now: NOW,
    events: [
      ...AROUND,
      blocked('2026-05-23T12:00Z', 'i1'), // 8 d ago
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-26T12:00Z'), // 20 d ago, due 5 d ago
      ...['25', '26', '27', '28', '29'].map((day) => clientSays(`2026-05-${day}T12:00Z`)), // 6 to 2 d ago
      clientAsksForMore('2026-05-29T12:00Z'), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: { value: 8, status: 'critical', details: { open_blockers: 1 } },
        stage_overdue: { value: 5, status: 'critical' },
        client_sentiment: { value: 0, status: 'ok' },
        scope_creep_rate: { value: 0.2, status: 'warn' },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 20, band: 'critical' },
        risk: { value: 80, band: 'critical' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: { delivery_risk: 5 },
      silences: [],
    },
  },
];

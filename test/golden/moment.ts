import { CALM, NOW, OK, WRITTEN } from './calm.js';
import {
  agreed,
  approved,
  blocked,
  clientAsksForMore,
  clientSays,
  completed,
  dealMoved,
  recorded,
  stageCompleted,
  stageStarted,
  teamSays,
  unblocked,
} from './events.js';
import type { GoldenHistory } from './types.js';

/** What counts at this moment: what has happened by now, to things that are known. */
export const MOMENT: GoldenHistory[] = [
  {
    name: 'moment: now and later',
    now: NOW,
    events: [
      stageStarted('2026-05-11T12:00Z', 's1', '2026-05-31T12:00Z'), // 20 d ago, due now
      agreed('2026-05-11T12:00Z', { agreement_id: 'a1', due_at: '2026-05-31T12:00Z' }), // 20 d ago, due now
      blocked('2026-05-28T00:00Z', 'i1'), // 3.5 d ago
      teamSays('2026-05-28T12:00Z'), // 3 d ago
      clientAsksForMore('2026-05-31T12:00Z', ['message:1', 'doc:extra']), // now
      clientSays('2026-06-01T00:00Z'), // in 0.5 d
      completed('2026-06-01T12:00Z', 'i1'), // in 1 d
      recorded('2026-06-01T12:00Z', 'd1:cost', 'cost', 5000), // in 1 d
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 3, status: 'warn' },
        blockers_age: { value: 3.5, status: 'warn', details: { open_blockers: 1 } },
        // due now is not late
        stage_overdue: { value: 0, status: 'ok' },
        // due now is not overdue
        agreement_overdue_count: { value: 0, status: 'ok' },
        scope_creep_rate: { value: 1 / 1, status: 'critical' },
      },
      facts: { ...CALM.facts, scope_changes_7d: 1 },
      scores: {
        ...CALM.scores,
        project_health: { value: 41.25, band: 'high' },
        risk: { value: 57.5, band: 'medium' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'moment: endings of what never began',
    now: NOW,
    events: [
      unblocked('2026-05-25T12:00Z', 'i9'), // 6 d ago
      completed('2026-05-26T12:00Z', 'i8'), // 5 d ago
      stageCompleted('2026-05-27T12:00Z', 's9'), // 4 d ago
      approved('2026-05-28T12:00Z', { conversation_id: 'c9' }), // 3 d ago
      approved('2026-05-29T12:00Z', { conversation_id: 'c1', agreement_id: 'a9' }), // 2 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: OK,
        stage_overdue: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'moment: a deal that is lost today is an outcome of today',
    now: NOW,
    events: [
      dealMoved('2026-05-31T06:00Z', 'Proposal', 'Lost', ['deal:d1']), // 0.25 d ago
    ],
    expected: {
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { client_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'moment: a deal that was lost three days ago is not one of today',
    now: NOW,
    events: [
      dealMoved('2026-05-28T12:00Z', 'Proposal', 'Lost', ['deal:d1']), // 3 d ago
    ],
    expected: {
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
];

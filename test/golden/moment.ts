import { CALM, NOW } from './calm.js';
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
import { WAITING_ON_CLIENT, WINBACK } from './recommended.js';
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
        // of 100: blockers 50 (3.5 d of 7); waiting 50 (3 d of 6); scope 100 (2.5 x 1, clamped)
        project_health: { value: 100 - 0.15 * 50 - 0.1 * 50 - 0.1 * 100, band: 'low' }, // 77.5
        risk: { value: 0.18 * 50 + 0.1 * 100 + 0.06 * 50, band: 'low' }, // 22
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 0) + 0.2 * (100 - 0) + 0.1 * (0 + 1) * 50 + 0.15 * 77.5,
          band: 'medium',
        }, // 61.625
        upsell_likelihood: {
          value: 0.4 * 61.625 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 22) + 0.4 * 77.5),
          band: 'medium',
        }, // 48.3
      },
      forecasts: {
        // norms: waiting 0.5, blockers 0.5, scope 1 (1 / 0.5, clamped), risk 0.22
        delivery_risk: {
          p7: 0.75 * (0.32 * 0.5 + 0.18 * 0.22), // 0.1497
          p14: 0.1497 + 0.12 * (1 - 0.1497), // 0.251736
          p30: 0.251736 + 0.18 * (1 - 0.251736), // 0.38642352
          expected_time_to_risk_days: (1 - 0.38642352) * 40 + 2, // 26.5430592
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['blockers', 'risk'] },
        },
        finance_risk: {
          p7: 0.75 * (0.25 * 0.22), // 0.04125
          p14: 0.04125 + 0.12 * (1 - 0.04125), // 0.1563
          p30: 0.1563 + 0.18 * (1 - 0.1563), // 0.308166
          expected_time_to_risk_days: (1 - 0.308166) * 40 + 2, // 29.67336
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['risk'] },
        },
        client_risk: {
          p7: 0.75 * (0.32 * 0.5 + 0.2 * 0.22), // 0.153
          p14: 0.153 + 0.12 * (1 - 0.153), // 0.25464
          p30: 0.25464 + 0.18 * (1 - 0.25464), // 0.3888048
          expected_time_to_risk_days: (1 - 0.3888048) * 40 + 2, // 26.447808
          basis: { confidence: 0.35, evidence: 0, publishable: false, top_drivers: ['waiting', 'risk'] },
        },
        scope_risk: {
          // 0.48 * 1 + 0.14 * 0.5 + 0.2 * 0.22 = 0.594, raised: scope creep of 0.35 or more
          p7: 0.75 * 0.6, // 0.45
          p14: 0.45 + 0.12 * (1 - 0.45), // 0.516
          p30: 0.516 + 0.18 * (1 - 0.516), // 0.60312
          expected_time_to_risk_days: (1 - 0.60312) * 40 + 2, // 17.8752
          basis: {
            confidence: 0.35 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['scope', 'waiting', 'risk'],
          },
        },
      },
      recommendations: [{ ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' }],
      outcomes: { scope_risk: 5 },
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
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      forecasts: CALM.forecasts,
      recommendations: [],
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
      forecasts: CALM.forecasts,
      recommendations: [{ ...WINBACK, priority: 5, due_date: '2026-06-02', gate: 'shown' }],
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
      forecasts: CALM.forecasts,
      recommendations: [{ ...WINBACK, priority: 5, due_date: '2026-06-02', gate: 'shown' }],
      outcomes: {},
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
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
import { DELIVERY_RISK, FINANCE_RISK, WAITING_ON_CLIENT } from './recommended.js';
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
      blocked('2026-05-11T12:00Z', 'i3', ['issue:i3']), // 20 d ago
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c3', sentiment_score: 0 }), // 20 d ago
      blocked('2026-05-13T12:00Z', 'i2', ['issue:i2']), // 18 d ago
      blocked('2026-05-15T12:00Z', 'i1', ['issue:i1']), // 16 d ago
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
        waiting_on_client_days: { value: 6, status: 'critical' },
        response_time_median: { value: 360, status: 'warn' },
        blockers_age: { value: (20 + 18 + 16) / 3, status: 'critical', details: { open_blockers: 3 } },
        stage_overdue: { value: 6, status: 'critical' },
        agreement_overdue_count: { value: 3, status: 'critical' },
        client_sentiment: { value: 0.35 * -1 + 0.65 * 0 - 0, status: 'critical' },
        scope_creep_rate: { value: 1 / 1, status: 'critical' },
        budget_burn_rate: { value: 3000 / 2000, status: 'critical' },
        // all that the open deal is to bring in is spent
        margin_risk: { value: 1, status: 'critical' },
      },
      facts: { ...CALM.facts, cost: 3000, planned_budget: 2000, scope_changes_7d: 1 },
      scores: {
        // of 100: blockers 100 (18 d of 7, clamped); stage 100 (6 d of 5, clamped); waiting 100 (6 d of 6);
        // agreement 100 (0.4 x 3, clamped); scope 100 (2.5 x 1, clamped); budget 100 (5 x 0.5, clamped); response
        // 50 (360 min of 720); sentiment 100 (3 x 0.35, clamped); margin 100
        project_health: {
          value:
            100 -
            0.15 * 100 -
            0.15 * 100 -
            0.1 * 100 -
            0.1 * 100 -
            0.1 * 100 -
            0.1 * 100 -
            0.08 * 50 -
            0.08 * 100 -
            0.08 * 100,
          band: 'critical',
        }, // 10
        risk: {
          value:
            0.18 * 100 +
            0.18 * 100 +
            0.16 * 100 +
            0.16 * 100 +
            0.1 * 100 +
            0.08 * 100 +
            0.06 * 100 +
            0.04 * 50 +
            0.02 * 100,
          band: 'critical',
        }, // 96
        client_value: {
          value: 0.3 * 0 + 0.25 * (100 - 100) + 0.2 * (100 - 0) + 0.1 * (-0.35 + 1) * 50 + 0.15 * 10,
          band: 'critical',
        }, // 24.75
        upsell_likelihood: {
          value: 0.4 * 24.75 + 0.35 * (35 * 0 + 12 * 1) + 0.25 * (0.6 * (100 - 96) + 0.4 * 10),
          band: 'low',
        }, // 15.7
      },
      forecasts: {
        // norms: waiting 1, response 0.5, blockers 1, stage 1, scope 1 (1 / 0.5, clamped), burn 1 (0.5 / 0.5),
        // margin 1, sentiment (0.35 / 0.4), risk 0.96
        delivery_risk: {
          // above the 0.62 of blockers of 5 d or more, 3 or more open
          // S = (0.8 * (4 / 5) + 0.4 * (5 / 5)) / (0.8 + 0.4) = 0.866666666667: of two outcomes of a case the worse
          p7: 0.75 * (0.32 * 1 + 0.28 * 1 + 0.12 * 0.5 + 0.18 * 0.96) + 0.25 * 0.866666666667, // 0.841266666667
          p14: 0.841266666667 + (0.12 + 0.18 * 0.866666666667) * (1 - 0.841266666667), // 0.885077066667
          p30: 0.885077066667 + (0.18 + 0.22 * 0.866666666667) * (1 - 0.885077066667), // 0.927675167289
          expected_time_to_risk_days: (1 - 0.927675167289) * 40 + 2, // 4.892993308444
          basis: {
            confidence: 0.35 + 0.08 * 5 + 0.01 * 4,
            evidence: 4,
            publishable: true,
            top_drivers: ['blockers', 'stage', 'risk', 'response'],
          },
        },
        finance_risk: {
          // above the 0.62 of burn of 1.2 or more
          // S = 1: one case's 5 / 5
          p7: 0.75 * (0.4 * 1 + 0.35 * 1 + 0.25 * 0.96) + 0.25 * 1, // 0.9925
          p14: 0.9925 + (0.12 + 0.18 * 1) * (1 - 0.9925), // 0.99475
          p30: 0.99475 + (0.18 + 0.22 * 1) * (1 - 0.99475), // 0.99685
          expected_time_to_risk_days: (1 - 0.99685) * 40 + 2, // 2.126
          basis: {
            confidence: 0.35 + 0.08 * 5 + 0.01 * 1,
            evidence: 1,
            publishable: true,
            top_drivers: ['burn', 'margin', 'risk'],
          },
        },
        client_risk: {
          // above the 0.62 of waiting of 4 d or more
          // S = (0.8 * (5 / 5) + 0.6 * (4 / 5)) / (0.8 + 0.6) = 0.914285714286
          p7: 0.75 * (0.32 * 1 + 0.24 * (0.35 / 0.4) + 0.12 * 0.5 + 0.2 * 0.96) + 0.25 * 0.914285714286, // 0.815071428571
          p14: 0.815071428571 + (0.12 + 0.18 * 0.914285714286) * (1 - 0.815071428571), // 0.867696816327
          p30: 0.867696816327 + (0.18 + 0.22 * 0.914285714286) * (1 - 0.867696816327), // 0.918123229761
          expected_time_to_risk_days: (1 - 0.918123229761) * 40 + 2, // 5.275070809563
          basis: {
            confidence: 0.35 + 0.08 * 5 + 0.01 * 2,
            evidence: 2,
            publishable: true,
            top_drivers: ['waiting', 'risk', 'sentiment', 'response'],
          },
        },
        scope_risk: {
          // above the 0.6 of scope creep of 0.35 or more
          // S = 0.8: one case's 4 / 5
          p7: 0.75 * (0.48 * 1 + 0.18 * 1 + 0.14 * 1 + 0.2 * 0.96) + 0.25 * 0.8, // 0.944
          p14: 0.944 + (0.12 + 0.18 * 0.8) * (1 - 0.944), // 0.958784
          p30: 0.958784 + (0.18 + 0.22 * 0.8) * (1 - 0.958784), // 0.973456896
          expected_time_to_risk_days: (1 - 0.973456896) * 40 + 2, // 3.06172416
          basis: {
            confidence: 0.35 + 0.08 * 5 + 0.01 * 5,
            evidence: 5,
            publishable: true,
            top_drivers: ['scope', 'stage', 'waiting', 'risk'],
          },
        },
      },
      recommendations: [
        { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'shown' },
        { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
        { ...FINANCE_RISK, priority: 5, due_date: '2026-06-03', gate: 'shown' },
      ],
      outcomes: { delivery_risk: 5, finance_risk: 5, client_risk: 5, scope_risk: 5 },
      silences: ['2026-05-29T12:00Z'],
    },
  },
];

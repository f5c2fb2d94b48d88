import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { clientNeeds, clientSays, recorded, teamSays } from './events.js';
import { moodOf } from './mood.js';
import type { GoldenHistory } from './types.js';

/** What similar cases do to the forecast of a client. */
export const SIMILAR_CLIENTS: GoldenHistory[] = [
  {
    name: 'similar: cases that ended badly worry, but show nothing of this project',
    now: NOW,
    events: [],
    similar_cases: [
      { similarity: 0.9, outcomes: [{ type: 'client_risk', severity: 5, evidence: ['message:77'] }] },
      { similarity: 0.6, outcomes: [{ type: 'delivery_risk', severity: 4, evidence: [] }] },
      { similarity: 0.3, outcomes: [] },
    ],
    expected: {
      signals: CALM.signals,
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'similar: four days without an answer, as of a client that left',
    now: NOW,
    events: [
      teamSays('2026-05-27T12:00Z', { evidence: ['message:1', 'doc:offer'] }), // 4 d ago
    ],
    similar_cases: [{ similarity: 0.7, outcomes: [{ type: 'client_risk', severity: 4, evidence: ['message:77'] }] }],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 4, status: 'critical' },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { client_risk: 4 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
  // p30 of client_risk forbids the offer; the outcomes of the similar cases have no evidence to win the client back by.
  {
    name: 'similar: likely to buy, and too likely to leave',
    now: NOW,
    events: [
      clientSays('2026-05-11T12:00Z', { conversation_id: 'c2', sentiment_score: 1 }), // 20 d ago
      recorded('2026-05-14T12:00Z', 'd1:revenue', 'revenue', 100000), // 17 d ago
      teamSays('2026-05-27T12:00Z', { evidence: ['message:1', 'doc:offer'] }), // 4 d ago
      clientNeeds('2026-05-29T12:00Z'), // 2 d ago
      clientNeeds('2026-05-30T12:00Z'), // 1 d ago
    ],
    similar_cases: [
      { similarity: 0.8, outcomes: [{ type: 'client_risk', severity: 5, evidence: [] }] },
      { similarity: 0.5, outcomes: [{ type: 'client_risk', severity: 5, evidence: [] }] },
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 4, status: 'critical' },
        client_sentiment: { value: moodOf([1, 20]), status: 'ok' },
        scope_creep_rate: OK,
      },
      facts: { ...CALM.facts, revenue: 100000, needs_14d: 2 },
      scores: {
        ...CALM.scores,
        project_health: { value: 66.67, band: 'medium' },
        risk: { value: 26.67, band: 'low' },
        client_value: { value: 82.83, band: 'high' },
        upsell_likelihood: { value: 75.3, band: 'high' },
      },
      outcomes: { client_risk: 4 },
      silences: ['2026-05-31T12:00Z'],
    },
  },
];

import { CALM, NOW, OK, WRITTEN } from './calm.js';
import { AROUND, blocked } from './events.js';
import type { GoldenHistory } from './types.js';

/** Issues that cannot go on. */
export const BLOCKERS: GoldenHistory[] = [
  {
    name: 'blockers: four old ones',
    now: NOW,
    events: [
      blocked('2026-05-17T12:00Z', 'i4', ['issue:i4']), // 14 d ago
      blocked('2026-05-19T12:00Z', 'i3', ['issue:i3']), // 12 d ago
      blocked('2026-05-21T12:00Z', 'i2', ['issue:i2']), // 10 d ago
      blocked('2026-05-23T12:00Z', 'i1', ['issue:i1']), // 8 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: {
          value: (14 + 12 + 10 + 8) / 4,
          status: 'critical',
          details: { open_blockers: 4 },
          evidence: ['issue:i1', 'issue:i2', 'issue:i3', 'issue:i4'],
        },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { delivery_risk: 5 },
      silences: [],
    },
  },
  {
    name: 'blockers: two, five days exactly: too few to raise the forecast, too young to act',
    now: NOW,
    events: [
      blocked('2026-05-25T12:00Z', 'i2', ['issue:i2']), // 6 d ago
      blocked('2026-05-27T12:00Z', 'i1', ['issue:i1']), // 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: {
          value: (6 + 4) / 2,
          status: 'critical',
          details: { open_blockers: 2 },
          evidence: ['issue:i1', 'issue:i2'],
        },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { delivery_risk: 4 },
      silences: [],
    },
  },
  {
    name: 'blockers: three, five days exactly, raise the forecast',
    now: NOW,
    events: [
      blocked('2026-05-25T12:00Z', 'i3', ['issue:i3']), // 6 d ago
      blocked('2026-05-26T12:00Z', 'i2', ['issue:i2']), // 5 d ago
      blocked('2026-05-27T12:00Z', 'i1', ['issue:i1']), // 4 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        blockers_age: { value: (6 + 5 + 4) / 3, status: 'critical', details: { open_blockers: 3 } },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: { delivery_risk: 5 },
      silences: [],
    },
  },
  {
    name: 'blockers: what is parked is not waited for',
    now: NOW,
    events: [
      ...AROUND,
      blocked('2026-05-16T11:00Z', 'i2', ['issue:i2']), // more than 15 d ago
      blocked('2026-05-16T12:00Z', 'i1', ['issue:i1']), // 15 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        blockers_age: {
          value: 15,
          status: 'critical',
          details: { open_blockers: 1, parked_blockers: 1 },
          evidence: ['issue:i1'],
        },
        stage_overdue: OK,
        client_sentiment: OK,
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: {
        ...CALM.scores,
        project_health: { value: 50, band: 'high' },
        risk: { value: 50, band: 'medium' },
        upsell_likelihood: { value: 0, band: 'low' },
      },
      outcomes: {},
      silences: [],
    },
  },
];

import { CALM, NOW } from './calm.js';
import { invoiced, notedOn, recorded } from './events.js';
import type { GoldenHistory } from './types.js';

const DEAL = { deal_id: 'd1', related_record_ids: ['acme'] };

/** What a project costs, where invoices and notes tell of it, too. */
export const FINANCE_MENTIONS: GoldenHistory[] = [
  {
    name: 'finance: a quarter over the plan of one deal, with what was written about its money',
    now: NOW,
    events: [
      recorded('2026-05-01T12:00Z', 'd1:planned', 'planned_budget', 40000, ['deal:d1'], DEAL), // 30 d ago
      recorded('2026-05-02T12:00Z', 'd1:revenue', 'revenue', 90000, ['deal:d1'], DEAL), // 29 d ago
      invoiced('2026-05-04T12:00Z', 'invoice_sent', ['acme'], ['note:n1']), // 27 d ago
      notedOn('2026-05-10T12:00Z', ['other'], true, ['note:n2']), // 21 d ago; about another company
      notedOn('2026-05-11T12:00Z', ['d1'], false, ['note:n3']), // 20 d ago; about anything but the budget
      recorded('2026-05-12T12:00Z', 'd1:cost', 'cost', 50000, ['deal:d1'], DEAL), // 19 d ago
      notedOn('2026-05-13T12:00Z', ['d1'], true, ['note:n4']), // 18 d ago
      invoiced('2026-05-14T12:00Z', 'invoice_paid', ['acme'], ['note:n5']), // 17 d ago
    ],
    expected: {
      signals: {
        ...CALM.signals,
        budget_burn_rate: {
          value: 50000 / 40000, // 1.25
          status: 'critical',
          evidence: ['note:n5', 'note:n4', 'deal:d1', 'note:n1'],
        },
        // a margin of 0.444
        margin_risk: { value: 0, status: 'ok', evidence: ['note:n5', 'note:n4', 'deal:d1', 'note:n1'] },
      },
      facts: { ...CALM.facts, revenue: 90000, cost: 50000, planned_budget: 40000 },
      scores: {
        ...CALM.scores,
        client_value: { value: 94.55, band: 'high' },
      },
      outcomes: { finance_risk: 4 },
      silences: [],
    },
  },
];

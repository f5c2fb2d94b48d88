import { decimal, named, oneOf, orNull, underEach } from '../http/index.js';
import { BASES, FORECAST_STATUSES, RISK_TYPES } from '../kag-forecast/index.js';
import { CATEGORIES, OWNER_ROLES, STATUSES } from '../kag-recommendations/index.js';
import { BANDS } from '../kag-signals/index.js';
import { CONNECTORS, PROJECT_ID } from '../projects/index.js';
import { POINT_SCORES } from './domain/series.js';

const RECOMMENDATION_ID = '6a1f0c52-94d7-4f0b-8a2e-1b7c9d3e5f60';
const TIME = '2026-02-07T22:11:12.000Z';
const category = oneOf(CATEGORIES, 'waiting_on_client');
const assignee = orNull('olga', null);

const SCORE = named('PortfolioScore', {
  value: orNull(decimal(62.5)),
  band: orNull(oneOf(BANDS, 'medium')),
  change_7d: orNull(decimal(-8.5)),
  change_30d: orNull(decimal(-20)),
  series: [orNull(81), orNull(74), orNull(63)],
});

const ADVICE = named('PortfolioAdvice', {
  id: RECOMMENDATION_ID,
  category,
  priority: 4,
  title: 'Follow up: 4 working days without an answer',
  rationale: 'The team asked the client and has had no answer for 4 working days.',
  due_date: '2026-02-09',
  owner_role: oneOf(OWNER_ROLES, 'pm'),
  assignee,
  status: oneOf(STATUSES, 'new'),
});

const PROJECT = {
  id: PROJECT_ID,
  name: 'Acme',
  account_scope_id: '5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02',
  ended_on: orNull('2026-02-28', null),
  leaving: false,
  as_of: orNull(TIME),
  last_activity_at: orNull(TIME),
  needs_attention: true,
  scores: underEach(POINT_SCORES, SCORE),
  risks: [
    named('PortfolioRisk', {
      risk_type: oneOf(RISK_TYPES, 'finance_risk'),
      status: oneOf(FORECAST_STATUSES, 'ok'),
      since: orNull('2026-02-03', null),
      p7: orNull(0.18),
      p14: orNull(0.29),
      p30: orNull(0.44),
      base_rate: { p7: 0.05, p14: 0.1, p30: 0.21 },
      basis: oneOf(BASES, 'blended'),
      above_usual: true,
      raised_by: orNull('the budget is reached on 12 Mar at this pace'),
      words: '29 % within 14 days: 10 % is usual for your projects; +9 the budget is reached on 12 Mar at this pace.',
    }),
  ],
  likeliest_risk: orNull(oneOf(RISK_TYPES, 'finance_risk')),
  recommendations: {
    open: [{ id: RECOMMENDATION_ID, category, priority: 4, assignee }],
    first: orNull(ADVICE),
  },
  connectors: [
    {
      connector: oneOf(CONNECTORS, 'chatwoot'),
      status: oneOf(['idle', 'running', 'ok', 'partial', 'failed'], 'ok'),
      last_success_at: orNull(TIME),
      stale: false,
    },
  ],
};

export const PROJECT_EXAMPLE = named('PortfolioProject', PROJECT);
/** The same of one project alone, with all that is open in words. */
export const OVERVIEW_EXAMPLE = named('ProjectOverview', {
  ...PROJECT,
  recommendations: { open: [ADVICE], first: orNull(ADVICE) },
});

export const SERIES_DAYS_EXAMPLE = { from: '2025-12-10', to: '2026-02-07' };

export const TOTALS_EXAMPLE = named('PortfolioTotals', {
  projects: 17,
  needing_attention: 6,
  open_recommendations: 9,
  urgent: 2,
  health: { low: 9, medium: 4, high: 2, critical: 1, unknown: 1 },
});

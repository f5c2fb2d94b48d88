import type { CauseKey } from '../../src/kag-recommendations/domain/causes/cause.js';
import { causeOf } from '../../src/kag-recommendations/domain/causes/catalogue.js';
import type { Figures } from '../../src/kag-recommendations/domain/figures.js';
import { render, type RecommendationFacts } from '../../src/kag-recommendations/domain/texts/render.js';

const UNKNOWN: Figures = {
  causes: [],
  waiting_days: null,
  asked_hours: null,
  scope_requests: null,
  client_messages: null,
  open_blockers: null,
  blockers_days: null,
  late_days: null,
  burn_percent: null,
  margin_percent: null,
  negative_messages: null,
  mood_messages: null,
  needs: null,
  upsell: null,
  there_since: null,
  chance: null,
  lost_deal: null,
};

/** The facts of a recommendation with these causes, the strongest first. */
export function recommendationFacts(
  causes: CauseKey | readonly CauseKey[],
  figures: Partial<Figures>,
  more: { reason?: 'condition' | 'forecast'; reopened?: RecommendationFacts['reopened_reason'] } = {},
): RecommendationFacts {
  const all: readonly CauseKey[] = typeof causes === 'string' ? [causes] : causes;
  const cause = all[0] ?? 'client_silent';
  return {
    category: causeOf(cause).category,
    cause,
    figures: {
      ...UNKNOWN,
      causes: all.map((one) => ({ cause: one, reason: more.reason ?? 'condition' })),
      ...figures,
    },
    reopened_reason: more.reopened ?? null,
    suggested_template_key: causeOf(cause).template,
  };
}

const ahead = { reason: 'forecast' } as const;
const lost = (name: string | null) => ({ lost_deal: { name, stage: 'Lost', on: '2026-12-03' } });

/** One of each branch of the texts; of numbers those that Russian has forms for. */
export const TEXT_CASES: readonly (readonly [name: string, facts: RecommendationFacts])[] = [
  ['silent, a day', recommendationFacts('client_silent', { waiting_days: 1 })],
  ['silent, some days', recommendationFacts('client_silent', { waiting_days: 2 })],
  ['silent, many days', recommendationFacts('client_silent', { waiting_days: 5, there_since: '2026-12-03' })],
  ['silent, days not known', recommendationFacts('client_silent', {})],
  ['soon silent', recommendationFacts('client_silent', { waiting_days: 1, chance: { p14: 34, usual: 8 } }, ahead)],
  ['soon silent, days not known', recommendationFacts('client_silent', {}, ahead)],
  ['silent, put aside and worse', recommendationFacts('client_silent', { waiting_days: 21 }, { reopened: 'worse' })],
  [
    'silent, put aside for a time',
    recommendationFacts('client_silent', { waiting_days: 11 }, { reopened: 'snooze_over' }),
  ],
  ['asked, an hour', recommendationFacts('question_open', { asked_hours: 21 })],
  ['asked, some hours', recommendationFacts('question_open', { asked_hours: 24 })],
  ['asked, many hours', recommendationFacts('question_open', { asked_hours: 16 })],
  ['asked, hours not known', recommendationFacts('question_open', {})],
  ['scope, a request', recommendationFacts('scope_requests', { scope_requests: 1, client_messages: 1 })],
  [
    'scope, some',
    recommendationFacts('scope_requests', { scope_requests: 3, client_messages: 4, there_since: '2026-12-03' }),
  ],
  ['scope, many', recommendationFacts('scope_requests', { scope_requests: 5, client_messages: 11 })],
  ['scope, messages not known', recommendationFacts('scope_requests', { scope_requests: 3 })],
  ['scope, not known', recommendationFacts('scope_requests', {})],
  ['scope, soon', recommendationFacts('scope_requests', { scope_requests: 2, chance: { p14: 30, usual: 6 } }, ahead)],
  ['blocked, one', recommendationFacts('work_blocked', { open_blockers: 1, blockers_days: 6 })],
  ['blocked, some', recommendationFacts('work_blocked', { open_blockers: 2, blockers_days: 3 })],
  [
    'blocked, many',
    recommendationFacts('work_blocked', { open_blockers: 5, blockers_days: 1, there_since: '2026-12-03' }),
  ],
  ['blocked, for less than a day', recommendationFacts('work_blocked', { open_blockers: 11, blockers_days: 0 })],
  ['blocked, not known', recommendationFacts('work_blocked', {})],
  [
    'blocked, soon',
    recommendationFacts('work_blocked', { open_blockers: 1, blockers_days: 2, chance: { p14: 41, usual: 9 } }, ahead),
  ],
  [
    'blocked and late',
    recommendationFacts(['work_blocked', 'stage_late'], { open_blockers: 4, blockers_days: 5, late_days: 3 }),
  ],
  ['late', recommendationFacts('stage_late', { late_days: 3 })],
  ['late by a day', recommendationFacts('stage_late', { late_days: 1, chance: { p14: 22, usual: 9 } }, ahead)],
  ['late, not known', recommendationFacts('stage_late', {})],
  ['over budget', recommendationFacts('over_budget', { burn_percent: 125, there_since: '2026-12-03' })],
  ['over budget soon', recommendationFacts('over_budget', { burn_percent: 92, chance: { p14: 61, usual: 8 } }, ahead)],
  ['over budget, not known', recommendationFacts('over_budget', {})],
  [
    'over budget with a thin margin',
    recommendationFacts(['over_budget', 'thin_margin'], { burn_percent: 131, margin_percent: 4 }),
  ],
  ['no plan', recommendationFacts('cost_without_plan', {})],
  ['thin margin', recommendationFacts('thin_margin', { margin_percent: 12 })],
  ['no margin', recommendationFacts('thin_margin', { margin_percent: 0 })],
  ['loss', recommendationFacts('thin_margin', { margin_percent: -8 })],
  [
    'thin margin soon',
    recommendationFacts('thin_margin', { margin_percent: 26, chance: { p14: 25, usual: 8 } }, ahead),
  ],
  ['thin margin, not known', recommendationFacts('thin_margin', {})],
  ['unhappy, one of some', recommendationFacts('client_unhappy', { negative_messages: 1, mood_messages: 3 })],
  [
    'unhappy, some of many',
    recommendationFacts('client_unhappy', { negative_messages: 3, mood_messages: 5, there_since: '2026-12-03' }),
  ],
  ['unhappy, all', recommendationFacts('client_unhappy', { negative_messages: 21, mood_messages: 21 })],
  ['unhappy, not known', recommendationFacts('client_unhappy', {})],
  [
    'unhappy soon',
    recommendationFacts(
      'client_unhappy',
      { negative_messages: 2, mood_messages: 9, chance: { p14: 18, usual: 7 } },
      ahead,
    ),
  ],
  ['a need', recommendationFacts('needs_voiced', { needs: 1 })],
  ['needs', recommendationFacts('needs_voiced', { needs: 3, upsell: 78 })],
  ['many needs', recommendationFacts('needs_voiced', { needs: 5, upsell: 81 })],
  ['needs, not known', recommendationFacts('needs_voiced', {})],
  ['lost', recommendationFacts('deal_lost', lost('Care and support'))],
  ['lost, without a name', recommendationFacts('deal_lost', lost(null))],
  ['lost, not known', recommendationFacts('deal_lost', {})],
  ['no more likely than usual', recommendationFacts('stage_late', { late_days: 2, chance: { p14: 8, usual: 8 } })],
];

/** A branch as a person reads it. */
export function page([name, facts]: readonly [string, RecommendationFacts]): string {
  const lines = (['en', 'ru'] as const).flatMap((locale) => {
    const { title, rationale, why_now, expected_impact } = render(facts, locale);
    return [title, rationale, why_now, expected_impact].map((text) => `  ${text}`);
  });
  return [`${name}:`, ...lines].join('\n');
}

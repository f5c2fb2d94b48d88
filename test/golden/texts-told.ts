import type { CauseKey } from '../../src/kag-recommendations/domain/causes/cause.js';
import { causeOf } from '../../src/kag-recommendations/domain/causes/catalogue.js';
import type { Figures } from '../../src/kag-recommendations/domain/figures.js';
import { render, type Told } from '../../src/kag-recommendations/domain/texts/render.js';

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

/** What a recommendation would be told of, by its causes, the strongest first. */
export function toldOf(
  causes: CauseKey | readonly CauseKey[],
  figures: Partial<Figures>,
  more: { reason?: 'condition' | 'forecast'; reopened?: Told['reopened_reason'] } = {},
): Told {
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
export const TOLD: readonly (readonly [name: string, told: Told])[] = [
  ['silent, a day', toldOf('client_silent', { waiting_days: 1 })],
  ['silent, some days', toldOf('client_silent', { waiting_days: 2 })],
  ['silent, many days', toldOf('client_silent', { waiting_days: 5, there_since: '2026-12-03' })],
  ['silent, days not known', toldOf('client_silent', {})],
  ['soon silent', toldOf('client_silent', { waiting_days: 1, chance: { p14: 34, usual: 8 } }, ahead)],
  ['soon silent, days not known', toldOf('client_silent', {}, ahead)],
  ['silent, put aside and worse', toldOf('client_silent', { waiting_days: 21 }, { reopened: 'worse' })],
  ['silent, put aside for a time', toldOf('client_silent', { waiting_days: 11 }, { reopened: 'snooze_over' })],
  ['asked, an hour', toldOf('question_open', { asked_hours: 21 })],
  ['asked, some hours', toldOf('question_open', { asked_hours: 24 })],
  ['asked, many hours', toldOf('question_open', { asked_hours: 16 })],
  ['asked, hours not known', toldOf('question_open', {})],
  ['scope, a request', toldOf('scope_requests', { scope_requests: 1, client_messages: 1 })],
  ['scope, some', toldOf('scope_requests', { scope_requests: 3, client_messages: 4, there_since: '2026-12-03' })],
  ['scope, many', toldOf('scope_requests', { scope_requests: 5, client_messages: 11 })],
  ['scope, messages not known', toldOf('scope_requests', { scope_requests: 3 })],
  ['scope, not known', toldOf('scope_requests', {})],
  ['scope, soon', toldOf('scope_requests', { scope_requests: 2, chance: { p14: 30, usual: 6 } }, ahead)],
  ['blocked, one', toldOf('work_blocked', { open_blockers: 1, blockers_days: 6 })],
  ['blocked, some', toldOf('work_blocked', { open_blockers: 2, blockers_days: 3 })],
  ['blocked, many', toldOf('work_blocked', { open_blockers: 5, blockers_days: 1, there_since: '2026-12-03' })],
  ['blocked, for less than a day', toldOf('work_blocked', { open_blockers: 11, blockers_days: 0 })],
  ['blocked, not known', toldOf('work_blocked', {})],
  [
    'blocked, soon',
    toldOf('work_blocked', { open_blockers: 1, blockers_days: 2, chance: { p14: 41, usual: 9 } }, ahead),
  ],
  ['blocked and late', toldOf(['work_blocked', 'stage_late'], { open_blockers: 4, blockers_days: 5, late_days: 3 })],
  ['late', toldOf('stage_late', { late_days: 3 })],
  ['late by a day', toldOf('stage_late', { late_days: 1, chance: { p14: 22, usual: 9 } }, ahead)],
  ['late, not known', toldOf('stage_late', {})],
  ['over budget', toldOf('over_budget', { burn_percent: 125, there_since: '2026-12-03' })],
  ['over budget soon', toldOf('over_budget', { burn_percent: 92, chance: { p14: 61, usual: 8 } }, ahead)],
  ['over budget, not known', toldOf('over_budget', {})],
  ['over budget with a thin margin', toldOf(['over_budget', 'thin_margin'], { burn_percent: 131, margin_percent: 4 })],
  ['no plan', toldOf('cost_without_plan', {})],
  ['thin margin', toldOf('thin_margin', { margin_percent: 12 })],
  ['no margin', toldOf('thin_margin', { margin_percent: 0 })],
  ['loss', toldOf('thin_margin', { margin_percent: -8 })],
  ['thin margin soon', toldOf('thin_margin', { margin_percent: 26, chance: { p14: 25, usual: 8 } }, ahead)],
  ['thin margin, not known', toldOf('thin_margin', {})],
  ['unhappy, one of some', toldOf('client_unhappy', { negative_messages: 1, mood_messages: 3 })],
  [
    'unhappy, some of many',
    toldOf('client_unhappy', { negative_messages: 3, mood_messages: 5, there_since: '2026-12-03' }),
  ],
  ['unhappy, all', toldOf('client_unhappy', { negative_messages: 21, mood_messages: 21 })],
  ['unhappy, not known', toldOf('client_unhappy', {})],
  [
    'unhappy soon',
    toldOf('client_unhappy', { negative_messages: 2, mood_messages: 9, chance: { p14: 18, usual: 7 } }, ahead),
  ],
  ['a need', toldOf('needs_voiced', { needs: 1 })],
  ['needs', toldOf('needs_voiced', { needs: 3, upsell: 78 })],
  ['many needs', toldOf('needs_voiced', { needs: 5, upsell: 81 })],
  ['needs, not known', toldOf('needs_voiced', {})],
  ['lost', toldOf('deal_lost', lost('Care and support'))],
  ['lost, without a name', toldOf('deal_lost', lost(null))],
  ['lost, not known', toldOf('deal_lost', {})],
  ['no more likely than usual', toldOf('stage_late', { late_days: 2, chance: { p14: 8, usual: 8 } })],
];

/** A branch as a person reads it. */
export function page([name, told]: readonly [string, Told]): string {
  const lines = (['en', 'ru'] as const).flatMap((locale) => {
    const { title, rationale, why_now, expected_impact } = render(told, locale);
    return [title, rationale, why_now, expected_impact].map((text) => `  ${text}`);
  });
  return [`${name}:`, ...lines].join('\n');
}

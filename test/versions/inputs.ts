import type { DomainEvent } from '../../src/kag-signals/domain/domain-event.js';
import type { ProjectRun } from '../../src/kag-forecast/domain/hazard/project-run.js';
import { daysFrom, onset, projectRun } from '../builders/project-runs.js';

/** What fingerprints are taken of. A change here changes them all: add, where something new has to be seen. */

const MARCH = Date.UTC(2026, 2, 1);
const HOUR = 3_600_000;
const moment = (hours: number): number => MARCH + hours * HOUR;
const time = (hours: number): string => new Date(moment(hours)).toISOString();

const event = (
  hours: number,
  actor: 'client' | 'team',
  type: string,
  payload: Record<string, unknown>,
): DomainEvent => ({
  type,
  at: moment(hours),
  actor,
  url: `https://vendor.example/${type}/${hours}`,
  payload,
  evidence: [{ source_table: 'some_rows', source_pk: `${type}:${hours}` }],
});
const said = (hours: number, actor: 'client' | 'team', more: Record<string, unknown> = {}) =>
  event(hours, actor, 'message_sent', {
    conversation_id: 'c1',
    sender: actor,
    sender_id: `${actor}:1`,
    sentiment_score: 0,
    expects_answer: true,
    automatic: false,
    ...more,
  });
const deal = { deal_id: 'd1', deal_name: 'The site', deal_status: 'open' };
const stage = { stage_id: 's1', stage_name: 'Design', due_at: time(300) };
const issue = { issue_id: 'i1', identifier: 'WEB-1', title: 'The page' };
const note = {
  activity_id: 'n1',
  note_id: 'n1',
  kind: 'note',
  title: 'A note',
  record_ids: ['d1'],
  about_budget: true,
};

/** Every type of event that the fold may take, with what makes a track remember and close. */
const ONCE: readonly DomainEvent[] = [
  said(9, 'client', { sentiment_score: -0.4 }),
  said(11, 'team', { expects_answer: false }),
  said(30, 'client', { sender_id: 'client:2', conversation_id: 'c2', sentiment_score: 0.6, expects_answer: false }),
  said(31, 'team', { automatic: true }),
  event(33, 'team', 'approval_requested', { conversation_id: 'c1' }),
  event(34, 'team', 'agreement_created', { conversation_id: 'c1', agreement_id: 'a1', due_at: time(80), what: 'x' }),
  event(35, 'team', 'agreement_created', { conversation_id: 'c2', agreement_id: 'a2', due_at: null, what: 'y' }),
  event(40, 'client', 'approval_approved', { conversation_id: 'c1' }),
  event(55, 'client', 'scope_change_detected', { conversation_id: 'c1' }),
  event(56, 'client', 'need_detected', { conversation_id: 'c1' }),
  event(60, 'team', 'issue_created', { ...issue, priority: 2, due_date: null }),
  event(61, 'team', 'issue_blocked', { ...issue, blocked_by: ['i2'], reason: 'issue' }),
  event(62, 'team', 'issue_blocked', { ...issue, issue_id: 'i3', blocked_by: [], reason: 'state' }),
  event(90, 'team', 'issue_unblocked', { ...issue, issue_id: 'i3', reason: 'started' }),
  event(95, 'team', 'issue_completed', { ...issue, issue_id: 'i4', was_blocked: true }),
  event(100, 'team', 'stage_started', stage),
  event(110, 'team', 'stage_started', { ...stage, stage_id: 's2', stage_name: 'Build', due_at: time(400) }),
  event(120, 'team', 'stage_completed', { ...stage, stage_id: 's2' }),
  ...(['planned_budget', 'cost', 'expected_revenue'] as const).map((entry_type, at) =>
    event(130 + at, 'team', 'finance_entry_recorded', {
      ...deal,
      entry_id: `d1:${entry_type}`,
      entry_type,
      amount: 1000 * (at + 1),
      currency: 'EUR',
      related_record_ids: ['p1'],
    }),
  ),
  event(140, 'team', 'deal_stage_changed', { ...deal, from: 'Lead', to: 'Proposal', amount: 3000, currency: 'EUR' }),
  event(141, 'team', 'invoice_sent', note),
  event(142, 'team', 'invoice_paid', { ...note, activity_id: 'n2' }),
  event(143, 'team', 'note_logged', note),
  event(144, 'team', 'activity_logged', { ...note, kind: 'task', action: 'created' }),
  event(145, 'team', 'contact_updated', {
    contact_id: 'p1',
    name: 'A',
    email: null,
    company_id: null,
    changed: 'name',
  }),
  said(150, 'team'),
  said(400, 'team', { conversation_id: 'c2' }),
];

/** The same again after so many days, of other issues and amounts, so that tracks forget what is too old for them. */
const AGAIN_AFTER_DAYS = [0, 20, 60, 85, 105];
export const EVENTS: readonly DomainEvent[] = AGAIN_AFTER_DAYS.flatMap((days, round) =>
  ONCE.map((one) => ({ ...one, at: one.at + days * 24 * HOUR, payload: payloadIn(round, one.payload) })),
).sort((a, b) => a.at - b.at);

function payloadIn(round: number, { issue_id, amount, ...rest }: DomainEvent['payload']): DomainEvent['payload'] {
  return {
    ...rest,
    ...(typeof issue_id === 'string' ? { issue_id: `${issue_id}.${round}` } : {}),
    ...(typeof amount === 'number' ? { amount: amount * (round + 1) } : {}),
  };
}

/** When the state is saved: a day after the last event. */
export const SAVED_AT = EVENTS.at(-1)!.at + 24 * HOUR;

/** Texts of both languages, with what reading, cutting, hashing and hearing treat in their own ways. */
export const TEXTS: readonly string[] = [
  'Hi! Could you also add a page for the opening hours? We need it by Friday.',
  'Thank you, the layout is approved. Please go ahead with WEB-12.',
  'We will send you the estimate tomorrow. Does that suit you?',
  'I am really disappointed: this is the third time that the invoice is wrong.',
  'Could you approve the budget of 12,500 EUR?',
  'Do you also do advertising? We think about a campaign in autumn.',
  'Здравствуйте! Согласовано, можно запускать.',
  'Пришлём макет в четверг. Подтвердите, пожалуйста, смету на 120 000 ₽.',
  'Нужна ещё одна страница, её не было в договоре.',
  'Мы очень недовольны: сайт снова не работает!',
  '> We will send it on Monday\n\nThanks.\n\n-- \nNoor, +44 20 7946 0018, noor@example.org',
  `${'A sentence of some length that is said again and again. '.repeat(60)}The end, https://example.org/a?b=c.`,
];

/** What the detectors are asked about: of each thing that they hear there is one. */
export const SAID: readonly string[] = [...TEXTS, 'Brilliant work, we are delighted with the new pages!'];

/** A number from 0 to 1 that goes up and down. */
const wave = (a: number, b: number, period: number): number => ((a * 37 + b * 11) % period) / (period - 1);
const DAYS = 140;

/** Projects whose measures all move, with onsets of each risk. */
export const RUNS: readonly ProjectRun[] = Array.from({ length: 24 }, (_, n) => {
  const days = daysFrom(DAYS);
  const came = (from: number, every: number) =>
    Array.from({ length: 3 }, (_, at) => from + n + at * every).map((day) => onset(days[day]!, days[day + 6]));
  return projectRun(
    `p${n}`,
    DAYS,
    (day) => ({
      blockers_age: 6 * wave(n, day, 13),
      open_blockers: Math.round(3 * wave(n, day, 7)),
      stage_overdue: 4 * wave(n + 1, day, 19),
      answer_minutes: 30 + 600 * wave(n, day + 3, 23),
      burn: 0.4 + 0.8 * wave(n, day, 29),
      burn_slope: 0.01 * wave(n, day, 5),
      margin: 0.6 - 0.5 * wave(n, day, 31),
      margin_slope: 0.004 * wave(n, day, 11),
      waiting_days: 4 * wave(n + 2, day, 17),
      negative_share: 0.5 * wave(n, day, 37),
      sentiment_level: 0.4 - wave(n, day, 41),
      negative_messages: Math.round(3 * wave(n, day, 3)),
      activity_drop: wave(n, day, 43),
      scope_requests_7d: Math.round(4 * wave(n, day, 47)),
      scope_requests_28d: Math.round(7 * wave(n, day, 53)),
    }),
    {
      onsets: {
        delivery_risk: came(20, 30),
        finance_risk: came(25, 35),
        client_risk: came(30, 28),
        scope_risk: came(22, 33),
      },
    },
  );
});
export const UNTIL = daysFrom(DAYS)[DAYS - 1]!;

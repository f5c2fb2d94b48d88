import type { SignalSeries } from '../../client/published.js';
import { ENGLISH_BAR } from '../../shared/bar-words.js';
import { LABELS } from '../../shared/labels.js';
import { english } from '../../shared/plural.js';
import type { EventGroup } from '../models/event-groups.js';
import type { ScoreType } from '../models/tone.js';

const scores: Readonly<Record<ScoreType, string>> = {
  project_health: 'Health',
  risk: 'Risk',
  client_value: 'Client value',
  upsell_likelihood: 'Upsell chance',
};

const signals: Readonly<Record<SignalSeries['signal_key'], string>> = {
  waiting_on_client_days: 'Waiting for the client',
  waiting_on_us_hours: 'Client waits for us',
  response_time_median: 'Our usual response time',
  blockers_age: 'Age of blockers',
  stage_overdue: 'Stage overdue',
  agreement_overdue_count: 'Broken agreements',
  client_sentiment: 'Client’s mood',
  scope_creep_rate: 'Requests beyond scope',
  budget_burn_rate: 'Budget spent',
  margin_risk: 'Margin shortfall',
  activity_drop: 'Drop in activity',
};

/** What a figure of a deal is. */
const entries: Readonly<Record<string, string>> = {
  planned_budget: 'Budget',
  cost: 'Cost',
  revenue: 'Revenue',
  expected_revenue: 'Expected revenue',
};

/** Parts of the scores of health and risk. */
const parts: Readonly<Record<string, string>> = {
  waiting: 'waiting for the client',
  response: 'response time',
  blockers: 'blockers',
  stage: 'overdue stages',
  agreement: 'broken agreements',
  sentiment: 'client’s mood',
  scope: 'requests beyond scope',
  money: 'budget and margin',
  activity: 'drop in activity',
};

const events: Readonly<Record<string, string>> = {
  ...LABELS.en.heard,
  message_sent: 'Message',
  client_silent_started: 'Client went silent',
  issue_created: 'Issue created',
  issue_blocked: 'Issue blocked',
  issue_unblocked: 'Issue unblocked',
  issue_completed: 'Issue completed',
  stage_started: 'Stage started',
  stage_completed: 'Stage completed',
  deal_stage_changed: 'Deal stage changed',
  finance_entry_recorded: 'Deal figures changed',
  note_logged: 'Note',
  activity_logged: 'Task or meeting',
  contact_updated: 'Contact changed',
};

const groups: Readonly<Record<EventGroup, string>> = {
  talk: 'Conversation',
  agreed: 'Agreements',
  work: 'Work',
  money: 'Deals and notes',
};

/** What the page says, in English; the other languages have the same keys. */
export const en = {
  title: 'KAG server: project',
  bar: ENGLISH_BAR,
  labels: { ...LABELS.en, scores, signals, parts, events, entries, groups },

  page: {
    skip: 'Skip to the project',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    live: 'Refresh by itself',
    refresh: 'Refresh now',
    refreshed: 'Everything is up to date.',
    notRefreshed: 'Some of the project could not be loaded.',
    projects: 'All projects',
    search: 'Search',
    inbox: 'Inbox',
    operations: 'Operations',
    named: (name: string) => `${name} · KAG server`,
    signedOutTitle: 'Log in to see the project',
    signedOut: 'The form is at the top of the page.',
    loading: 'Loading …',
    old: (why: string, time: string) => `${why} What you see is of ${time}; the page keeps trying.`,
    failed: (why: string) => `${why} The page keeps trying.`,
    tryAgain: 'Try again',
  },

  unknown: {
    title: 'No such project',
    text: 'It was removed, or you have no access to it. Check the link, or ask an admin for access.',
    leavingTitle: 'Old data is being removed',
    leaving: 'The project reads from another source now. It is shown again once its old data is gone.',
    back: 'All projects',
  },

  head: {
    ended: (day: string) => `over since ${day}`,
    ends: (day: string) => `ends on ${day}`,
    active: (when: string) => `last activity ${when}`,
    quiet: 'no activity yet',
    read: (when: string) => `data read ${when}`,
    lacking: (vendors: string) => `not all could be read: ${vendors}`,
    nothing: 'Nothing is known about this project yet.',
    connect: 'Connect its sources and sync',
  },

  score: {
    bands: { low: 'good', medium: 'fair', high: 'poor', critical: 'critical' },
    levels: { low: 'low', medium: 'medium', high: 'high', critical: 'very high' },
    worth: { low: 'low', medium: 'medium', high: 'high', critical: 'very low' },
    unknown: 'unknown',
    week: 'in a week',
    month: 'in a month',
    change: (points: string, period: string) => `${points} ${period}`,
  },

  lines: {
    title: 'How it developed',
    range: 'Period',
    days: (n: number, text: string) => english(n, text, 'day'),
    scores: 'Scores',
    signals: 'Signals',
    unknownSignals: (names: string) => `Not enough data yet: ${names}.`,
    none: 'No days are kept of the project yet.',
    asTable: 'Show as a table',
    day: 'Day',
    say: (value: string, day: string, state: string) => `${value} on ${day}${state === '' ? '' : `, ${state}`}`,
    warn: (value: string) => `warning: ${value}`,
    critical: (value: string) => `critical: ${value}`,
    limit: (band: string, value: string) => `${band} from ${value}`,
    below: (band: string, value: string) => `${band} below ${value}`,
    states: { ok: '', warn: 'warning', critical: 'critical' },
    moved: (from: string, to: string) => `What changed it from ${from} to ${to}:`,
    notMoved: (from: string, to: string) => `No change worth naming from ${from} to ${to}.`,
    by: (part: string, points: string) => `${part} ${points}`,
  },

  units: {
    days: (n: number, text: string) => english(n, text, 'working day'),
    hours: (n: number, text: string) => english(n, text, 'working hour'),
    minutes: (n: number, text: string) => english(n, text, 'working minute'),
  },

  risk: {
    title: 'What may go wrong',
    here: 'has come true',
    since: (day: string) => `came true on ${day}`,
    open: 'no forecast',
    within: (percent: string) => `${percent} in 14 days`,
    horizons: (week: string, month: string) => `${week} in 7 days, ${month} in 30`,
    usual: (percent: string) => `Usual for your projects: ${percent}.`,
    assumed: (percent: string) => `Assumed as usual until your projects tell more: ${percent}.`,
    unknown: 'Not enough history for a forecast.',
    raises: 'Raises it',
    lowers: 'Lowers it',
    points: (points: string) => `${points} pp`,
    history: (risk: string) => `${risk} risk within 14 days, as forecast`,
    none: 'No forecast yet.',
    asUsual: (percent: string) => `usual: ${percent}`,
  },

  advice: {
    title: 'What to do next',
    none: 'Nothing to do.',
    inbox: 'Work through them',
    due: (day: string) => `due ${day}`,
    today: 'due today',
    overdue: (day: string) => `was due ${day}`,
    urgent: 'urgent',
  },

  timeline: {
    title: 'What happened',
    filter: 'Show',
    all: 'Everything',
    none: 'Nothing happened yet.',
    noneOfKind: 'Nothing of this kind happened.',
    older: 'Show older events',
    loading: 'Loading older events …',
    end: 'That is all that is known.',
    source: (vendor: string) => `Open in ${vendor}`,
    client: 'Client',
    team: 'Team',
    by: (who: string, side: string) => `${who}, ${side.toLowerCase()}`,
    promised: (day: string) => `promised for ${day}`,
    due: (day: string) => `due ${day}`,
    sum: (kind: string, sum: string) => `${kind}: ${sum}`,
    moved: (from: string, to: string) => `${from} → ${to}`,
    judge: {
      ask: (what: string) => `${what}: is that right?`,
      right: 'Right',
      wrong: 'Wrong',
      was: 'It was',
      nothing: 'nothing of the kind',
      confirmed: (by: string) => `Confirmed by ${by}.`,
      takenBack: (by: string) => `Taken back by ${by}: nothing is concluded from it. “Right” brings it back.`,
      added: (what: string) => `${what}: said by a person`,
      failed: (why: string) => `That was not kept. ${why}`,
    },
  },

  similar: {
    title: 'Similar cases',
    none: 'No similar case yet. They come from the history of your other projects.',
    at: (day: string) => `as it was on ${day}`,
    alike: (percent: string) => `${percent} alike`,
    followed: (risk: string, day: string) => `${risk} risk came true on ${day}`,
    nothing: 'Nothing went wrong in the 30 days after.',
    sum: (came: string, of: string, risk: string, usual: string) =>
      `${risk}: came true in ${came} of ${of} similar cases; ${usual} is usual.`,
  },

  people: {
    title: 'Who speaks',
    none: 'Nobody has written in the last 90 days.',
    unnamed: 'Unnamed',
    client: 'client',
    team: 'team',
    wrote: (n: number, text: string, when: string) => `${english(n, text, 'message')}, last ${when}`,
  },

  sources: {
    title: 'Sources',
    manage: 'Manage',
    none: 'No source has been read yet.',
    read: (when: string) => `read ${when}`,
    never: 'never read',
    states: { idle: 'waiting', running: 'reading now', ok: 'up to date', partial: 'read in part', failed: 'failed' },
    stuck: 'stuck',
  },

  work: {
    title: 'Open work',
    counts: (n: number, open: string, overdue: string, blocked: string) =>
      `${english(n, open, 'open issue')}, ${overdue} overdue, ${blocked} blocked`,
    overdue: (day: string) => `was due ${day}`,
    due: (day: string) => `due ${day}`,
    blocked: 'blocked',
    more: (n: number, text: string) => `and ${english(n, text, 'more issue')}`,
    deals: 'Open deals',
    none: 'No open issues or deals.',
    unnamed: 'Unnamed deal',
  },
};

export type Texts = typeof en;

import { ENGLISH_BAR } from '../../shared/bar-words.js';
import { LABELS } from '../../shared/labels.js';
import { english } from '../../shared/plural.js';

/** What the page says, in English; the other languages have the same keys. */
export const en = {
  title: 'KAG server: projects',
  bar: ENGLISH_BAR,
  labels: LABELS.en,

  page: {
    skip: 'Skip to the projects',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    live: 'Refresh by itself',
    refresh: 'Refresh now',
    refreshed: 'Everything is up to date.',
    notRefreshed: 'The projects could not be loaded.',
    inbox: 'Inbox',
    digest: 'Digest',
    search: 'Search',
    operations: 'Operations',
    routes: 'All routes',
    signedOutTitle: 'Log in to see who needs you today',
    signedOut: 'The form is at the top of the page.',
    loading: 'Loading the projects …',
    asOf: (time: string) => `As of ${time}`,
  },

  away: {
    shown: (why: string, time: string) => `${why} What you see is of ${time}; the page keeps trying.`,
    nothing: (why: string) => `${why} The page keeps trying.`,
    tryAgain: 'Try again',
  },

  head: {
    attention: (n: number, text: string, of: string) =>
      `${text} of ${of} projects ${n === 1 ? 'needs' : 'need'} attention`,
    calm: 'No project needs attention',
    open: (n: number, text: string) => `${english(n, text, 'thing')} to do`,
    urgent: (_n: number, text: string) => `${text} urgent`,
    nothing: 'Nothing is to be done.',
  },

  filters: {
    title: 'Which projects, in which order',
    name: 'Find by name',
    sort: 'Order',
    sorts: {
      troubled: 'Troubled first',
      name: 'By name',
      last_activity: 'Latest activity first',
      project_health: 'Lowest health first',
      risk: 'Highest risk first',
      client_value: 'Most valuable clients first',
      upsell_likelihood: 'Best upsell chances first',
    },
    risk: 'Risk',
    anyRisk: 'Any',
    category: 'To do',
    anyCategory: 'Anything',
    state: 'Projects',
    states: { going_on: 'Going on', ended: 'Over', all: 'All' },
    mine: 'Mine only',
    clear: 'Clear filters',
  },

  columns: {
    project: 'Project',
    health: 'Health',
    risk: 'Likeliest risk',
    advice: 'What to do first',
    data: 'Data',
  },

  health: {
    bands: { low: 'good', medium: 'fair', high: 'poor', critical: 'critical' },
    unknown: 'unknown',
    week: 'a week',
    month: 'a month',
    fell: (points: string, period: string) => `down ${points} in ${period}`,
    rose: (points: string, period: string) => `up ${points} in ${period}`,
    steady: (period: string) => `steady for ${period}`,
    noChange: 'no earlier figure',
    line: (first: string, last: string) => `Health over 60 days, from ${first} to ${last}`,
  },

  risk: {
    since: (day: string) => `there since ${day}`,
    within: (percent: string) => `${percent} in 14 days`,
    usualIs: (percent: string) => `${percent} is usual for your projects.`,
    assumedIs: (percent: string) => `${percent} is assumed until your projects tell more.`,
    usual: 'Usual for your projects.',
    assumed: 'As is assumed until your projects tell more.',
    also: (risks: string) => `Also: ${risks}`,
    unknown: 'Not enough is known yet.',
  },

  advice: {
    due: (day: string) => `due ${day}`,
    today: 'due today',
    overdue: (day: string) => `was due ${day}`,
    more: (count: string) => `and ${count} more`,
    nothing: 'Nothing to do.',
    urgent: 'urgent',
  },

  data: {
    read: (when: string) => `read ${when}`,
    never: 'nothing read yet',
    failed: (connector: string) => `${connector}: the last sync failed`,
    partial: (connector: string) => `${connector}: read in part`,
    stuck: (connector: string) => `${connector}: the sync is stuck`,
    active: (when: string) => `last activity ${when}`,
    ended: (day: string) => `over since ${day}`,
    ends: (day: string) => `ends on ${day}`,
    leaving: 'Former data is being removed. Nothing is shown until that is done.',
    nothing: 'Nothing is known of it yet.',
    connect: 'Connect its sources and sync',
  },

  list: {
    label: 'Projects',
    shown: (shown: string, total: string) => `${shown} of ${total} projects`,
    more: (count: string) => `Show ${count} more`,
    noFit: 'No project fits.',
    noFitText: 'Search for another name, or show all projects again.',
    noneGoesOn: 'No project goes on.',
    noneGoesOnText: 'Those that are over are there under “Projects: Over”.',
  },

  first: {
    title: 'Make your first project',
    text: 'A project is one client’s work. Four steps, and this page tells who needs you.',
    begin: 'Begin with the first steps',
    needsAdmin: 'An admin of this server makes it; your role is too low for that. Ask one of them.',
  },
};

export type Texts = typeof en;

import { ENGLISH_BAR } from '../../shared/bar-words.js';
import { english } from '../../shared/plural.js';

/** What the page says, in English; the other languages have the same keys. */
export const en = {
  title: 'KAG server: digest',
  bar: ENGLISH_BAR,

  page: {
    skip: 'Skip to the digest',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    live: 'Refresh by itself',
    refresh: 'Refresh now',
    refreshed: 'Everything is up to date.',
    notRefreshed: 'The digest could not be loaded.',
    projects: 'All projects',
    inbox: 'Inbox',
    search: 'Search',
    operations: 'Operations',
    named: (title: string) => `${title} · KAG server`,
    heading: 'Digest',
    subscriptions: 'Have it sent',
    signedOutTitle: 'Log in to see what changed',
    signedOut: 'The form is at the top of the page.',
    loading: 'Loading the digest …',
    tryAgain: 'Try again',
  },

  days: {
    title: 'Which days',
    period: 'Tell of',
    periods: { day: 'A day', week: 'A week' },
    upTo: 'Up to',
    before: { day: 'The day before', week: 'The week before' },
    after: { day: 'The day after', week: 'The week after' },
  },

  parts: {
    attention: 'Who needs attention',
    calm: 'No project needs attention.',
    changes: 'What changed',
    nothingChanged: 'Nothing changed by much.',
    done: 'What was done',
    nothingDone: 'No recommendation was done or dismissed.',
    worse: 'Worse',
    better: 'Better',
    health: (value: string) => `Health ${value} of 100`,
    more: (n: number, count: string) => `${english(n, count, 'more line', 'more lines')} not shown here.`,
  },
};

export type Texts = typeof en;

import { ENGLISH_BAR } from '../../shared/bar-words.js';
import { english } from '../../shared/plural.js';

/** What the page says, in English; the other languages have the same keys. */
export const en = {
  title: 'KAG server: search',
  bar: ENGLISH_BAR,

  page: {
    skip: 'Skip to the results',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    live: 'Refresh by itself',
    refresh: 'Refresh now',
    refreshed: 'Everything is up to date.',
    notRefreshed: 'The search could not be repeated.',
    projects: 'All projects',
    project: 'This project',
    inbox: 'Inbox',
    operations: 'Operations',
    named: (query: string) => `${query} · KAG server: search`,
    heading: 'Search messages, issues and notes',
    signedOutTitle: 'Log in to search',
    signedOut: 'The form is at the top of the page.',
    tryAgain: 'Try again',
  },

  form: {
    title: 'Search in a project',
    words: 'What are you looking for?',
    project: 'Project',
    choose: 'Choose one …',
    submit: 'Search',
  },

  filters: {
    title: 'Narrow the search',
    kind: 'Kind',
    any: 'Everything',
    kinds: { message: 'Messages', issue: 'Issues', note: 'Notes' },
    sender: 'Said by',
    anyone: 'Anyone',
    senders: { client: 'Client', team: 'Team' },
    counted: (name: string, count: string) => `${name} (${count})`,
    from: 'From',
    to: 'Up to',
    mode: 'Find by',
    modes: { hybrid: 'Meaning and words', vector: 'Meaning', lexical: 'Words' },
    conversation: 'In one conversation',
    clear: 'Clear filters',
  },

  results: {
    label: 'Results',
    noProject: 'Choose a project: a search looks through one project at a time.',
    begin: 'Ask a question, or name what you are looking for: an invoice, a promise, WEB-12.',
    searching: 'Searching …',
    found: (n: number, count: string) => english(n, count, 'result'),
    best: (n: number, count: string) => `The best ${english(n, count, 'result')}`,
    more: 'Show more',
    degraded: 'Search by meaning is not available now. These results were found by their words alone.',
    nothing: (query: string) => `Nothing found for “${query}”`,
    nothingText: 'Try other words, or fewer filters.',
    lacks: {
      unread: 'Nothing of this project has been read yet. It can be searched after its first sync.',
      pending: 'The texts of this project are still being prepared for search by meaning.',
      rejected: 'The texts of this project could not be prepared for search by meaning. An admin can see why.',
    },
    byWords: 'Search by words',
  },

  result: {
    kinds: { message: 'Message', issue: 'Issue', note: 'Note' },
    by: { client: 'Message from the client', team: 'Message from the team' },
    why: (reasons: string) => `Found by ${reasons}`,
    open: 'Open at the source',
    inConversation: 'Search this conversation',
  },

  why: {
    exact: 'an exact match',
    vector: (place: string) => `its meaning (no. ${place})`,
    lexical: (place: string) => `its words (no. ${place})`,
  },
};

export type Texts = typeof en;

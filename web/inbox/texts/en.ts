import { ENGLISH_BAR } from '../../shared/bar-words.js';
import { LABELS } from '../../shared/labels.js';
import { english } from '../../shared/plural.js';
import { outboxEn } from './outbox-en.js';

const recommendations = (n: number, text: string) => english(n, text, 'recommendation');

/** What the page says, in English; the other languages have the same keys. */
export const en = {
  title: 'KAG server: inbox',
  bar: ENGLISH_BAR,
  labels: LABELS.en,

  page: {
    skip: 'Skip to the recommendations',
    language: 'Language',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    live: 'Refresh by itself',
    refresh: 'Refresh now',
    refreshed: 'Everything is up to date.',
    notRefreshed: 'The recommendations could not be loaded.',
    projects: 'All projects',
    search: 'Search',
    operations: 'Operations',
    routes: 'All routes',
    signedOutTitle: 'Log in to see what is to be done',
    signedOut: 'The form is at the top of the page.',
    loading: 'Loading the recommendations …',
    asOf: (time: string) => `As of ${time}`,
    keys: 'Keyboard shortcuts',
    viewer: 'Your role lets you look. Operators and admins can act on recommendations.',
  },

  away: {
    shown: (why: string, time: string) => `${why} You see the state of ${time}; the page keeps trying.`,
    nothing: (why: string) => `${why} The page keeps trying.`,
    tryAgain: 'Try again',
  },

  head: {
    toDo: (n: number, text: string) => `${english(n, text, 'thing')} to do`,
    nothing: 'Nothing to do',
  },

  statuses: {
    new: 'New',
    acknowledged: 'Taken up',
    snoozed: 'Snoozed',
    done: 'Done',
    dismissed: 'Dismissed',
    expired: 'Expired',
  },
  resolutions: {
    happened: 'it happened',
    prevented: 'prevented',
    false_alarm: 'false alarm',
    not_relevant: 'not relevant',
  },

  filters: {
    title: 'Which recommendations, in which order',
    statuses: 'Status',
    toDo: 'To do',
    find: 'Search',
    project: 'Project',
    anyProject: 'All projects',
    category: 'Category',
    anyCategory: 'All',
    priority: 'Priority',
    anyPriority: 'Any priority',
    due: 'Due',
    anyDue: 'Any time',
    dues: { overdue: 'Overdue', today: 'Today or earlier', week: 'Within 7 days' },
    who: 'Assignee',
    anyone: 'Anyone',
    mine: 'Me',
    unassigned: 'Unassigned',
    sort: 'Sort by',
    sorts: { urgent: 'Most urgent', due: 'Due date', newest: 'Newest', project: 'Project' },
    clear: 'Clear filters',
  },

  list: {
    label: 'Recommendations',
    selectAll: 'Select all',
    shown: (shown: string, total: string) => `${shown} of ${total}`,
    more: (count: string) => `Show ${count} more`,
    noFit: 'No recommendation fits',
    noFitText: 'Change the filters, or clear them to see everything.',
    empty: 'Nothing here',
    emptyText: 'There are no recommendations with this status.',
    allDone: 'All done',
    allDoneText: 'New recommendations appear here when a project needs somebody.',
    noProject: 'No projects yet',
    noProjectText: 'Recommendations follow from what a project’s clients and team write.',
    makeProject: 'Make the first project',
  },

  row: {
    select: (title: string, project: string) => `Select “${title}”, ${project}`,
    priorities: { 5: 'Urgent', 4: 'Important', 3: 'Normal' } as Readonly<Record<number, string>>,
    due: (day: string) => `Due ${day}`,
    dueToday: 'Due today',
    isNew: 'New',
    overdue: (day: string) => `Was due ${day}`,
    unassigned: (role: string) => `Unassigned (${role.toLowerCase()})`,
    snoozedUntil: (day: string) => `Snoozed until ${day}`,
    reopened: {
      worse: 'It is open again because it has got worse.',
      snooze_over: 'It is open again because the snooze is over.',
    },
    gone: (day: string) => `The reason has not held since ${day}.`,
    over: (day: string) => `The reason went away on ${day}.`,
  },

  stale: {
    title: 'This has changed meanwhile, so nothing was saved.',
    by: (who: string, time: string) => `${who} changed it at ${time}.`,
    byYou: (time: string) => `You changed it yourself elsewhere at ${time}.`,
    now: (status: string, who: string) => `It is now: ${status}, ${who}. Decide again, or leave it so.`,
    leave: 'Leave it so',
  },

  details: {
    loading: 'Loading the details …',
    whyNow: 'Why now',
    note: 'Note',
    evidence: 'Based on',
    noEvidence: 'No evidence is kept for it.',
    message: 'Message to send',
    messageHint: 'In the project’s language. What you edit stays on this page until you leave it.',
    copy: 'Copy message',
    copied: 'The message is copied.',
    notCopied: 'The browser does not let the page copy. The text is selected: copy it with Ctrl+C.',
    restore: 'Restore the original',
    project: 'Open the project',
  },

  outbox: outboxEn,

  evidence: {
    kinds: {
      message: 'Message',
      issue: 'Issue',
      stage: 'Stage',
      deal: 'Deal',
      activity: 'Activity',
      note: 'Note',
      person: 'Contact',
      company: 'Company',
    } as Readonly<Record<string, string>>,
    gone: 'It is no longer at the source.',
    unnamed: 'The words are not stored here.',
    source: 'Open at the source',
    failed: (why: string) => `The words could not be loaded. ${why}`,
  },

  actions: {
    label: 'Actions',
    assign: 'Assign',
    mine: 'Assign to me',
    snooze: 'Snooze',
    take: 'Take up',
    done: 'Done',
    dismiss: 'Dismiss',
    selected: (n: number, text: string) => `${recommendations(n, text)} selected`,
    clear: 'Clear selection',
    undo: 'Undo',
    close: 'Close',
    tryAgain: 'Try again',
    saving: 'Saving …',
  },

  outcome: {
    one: {
      assign: (title: string, project: string, who: string) =>
        who === '' ? `“${title}” (${project}) is unassigned.` : `“${title}” (${project}) is assigned to ${who}.`,
      mine: (title: string, project: string, _who: string) => `“${title}” (${project}) is yours.`,
      snooze: (title: string, project: string, day: string) => `“${title}” (${project}) is snoozed until ${day}.`,
      take: (title: string, project: string, _: string) => `“${title}” (${project}) is taken up.`,
      done: (title: string, project: string, _: string) => `“${title}” (${project}) is done.`,
      dismiss: (title: string, project: string, _: string) => `“${title}” (${project}) is dismissed.`,
      undo: (title: string, project: string, _: string) => `“${title}” (${project}) is as it was before.`,
    },
    several: {
      assign: (n: number, text: string) => `${recommendations(n, text)} assigned.`,
      mine: (n: number, text: string) => `${recommendations(n, text)} assigned to you.`,
      snooze: (n: number, text: string) => `${recommendations(n, text)} snoozed.`,
      take: (n: number, text: string) => `${recommendations(n, text)} taken up.`,
      done: (n: number, text: string) => `${recommendations(n, text)} done.`,
      dismiss: (n: number, text: string) => `${recommendations(n, text)} dismissed.`,
      undo: (n: number, text: string) => `${recommendations(n, text)} back as before.`,
    },
    stale: (n: number, text: string) =>
      `${recommendations(n, text)} not saved: somebody else made a change meanwhile. See the list.`,
    refused: (n: number, text: string) => `${recommendations(n, text)} not saved.`,
    failed: (why: string) => `Nothing was saved. ${why}`,
  },

  dialogs: {
    cancel: 'Cancel',
    for: (n: number, text: string) => `For ${recommendations(n, text)}.`,
    assign: 'Who does it, and until when?',
    assignee: 'Name or login',
    assigneeHint: 'Leave it empty to unassign.',
    due: 'Due date',
    dueHint: 'Leave it empty to keep the present one.',
    assignYes: 'Save',
    snooze: 'Until when?',
    tomorrow: (day: string) => `Tomorrow, ${day}`,
    threeDays: (day: string) => `In three days, ${day}`,
    monday: (day: string) => `Monday, ${day}`,
    until: 'Another day',
    snoozeYes: 'Snooze',
    done: 'Done. What became of the risk?',
    doneYes: 'Mark as done',
    dismiss: 'Why is it dismissed?',
    dismissYes: 'Dismiss',
    resolutions: {
      none: 'I would rather not say',
      prevented: 'Prevented: it did not come to that',
      happened: 'It happened',
      not_relevant: 'Not relevant: silent until it gets clearly worse',
      false_alarm: 'False alarm: this kind is suggested less often in the project',
    },
    note: 'Note (optional)',
  },

  keys: {
    title: 'Keyboard shortcuts',
    on: 'Use single-letter shortcuts',
    close: 'Close',
    commands: {
      next: 'Next recommendation (or ↓ in the list)',
      previous: 'Previous recommendation (or ↑ in the list)',
      open: 'Show or hide the details',
      select: 'Select',
      assign: 'Assign, change the due date',
      mine: 'Assign to me',
      snooze: 'Snooze',
      take: 'Take up',
      done: 'Done',
      dismiss: 'Dismiss',
      copy: 'Copy the message',
      undo: 'Undo the last action',
      find: 'Go to the search',
      help: 'Show these shortcuts',
      leave: 'Close the details, clear the selection',
    },
  },
};

export type Texts = typeof en;

import { LABELS } from '../../shared/labels.js';

/** What the page about detectors says. */
export const qualityEn = {
  title: 'Detectors',
  about:
    'The server reads in messages what people promise, approve and need. This is how often it is right, by what people said of events on the timelines of projects.',
  bias: 'People mark mistakes first. Of all events, more are right than this shows.',
  event: 'Event',
  heard: LABELS.en.heard,
  judged: 'Judged',
  right: 'Right',
  precision: 'Share',
  precisionOf: (share: string, low: string, high: string) => `${share} (${low} to ${high})`,
  tooFew: (enough: string) => `after ${enough} judged`,
  languages: { en: 'in English', ru: 'in Russian', unknown: 'in other languages' },
  none: 'No event has been judged yet. On the timeline of a project, say of an event whether it is right.',
  toTimeline: 'To the project’s timeline',
};

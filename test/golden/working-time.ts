import { CALM, OK, WRITTEN } from './calm.js';
import type { WorkingCalendar } from '../../src/common/working-time/calendar.js';
import { clientAsks, clientSays, teamSays, teamTells } from './events.js';
import type { GoldenHistory } from './types.js';

const OFFICE: WorkingCalendar = {
  time_zone: 'UTC',
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: '09:00', end: '18:00' },
};

/** Waits that nights and weekends lie in; the 29th of May 2026 is a Friday. */
export const WORKING_TIME: GoldenHistory[] = [
  {
    name: 'working time: a question of Friday afternoon is half a day old on Monday noon',
    // Half past twelve in Berlin
    now: '2026-06-01T10:30Z',
    calendar: { ...OFFICE, time_zone: 'Europe/Berlin' },
    events: [
      teamSays('2026-05-29T14:30Z', { evidence: ['message:1'] }), // half past four in Berlin: 1.5 h of that day, 3.5 h of Monday
      clientSays('2026-05-29T14:31Z', { automatic: true, evidence: ['message:2'] }), // a note of absence is not an answer
      teamSays('2026-05-31T10:00Z', { evidence: ['message:3'] }), // a follow-up: the count goes on
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_client_days: { value: 5 / 9, status: 'ok', evidence: ['message:3', 'message:1'] },
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
  {
    name: 'working time: the client has waited for us for eleven hours, over a weekend',
    now: '2026-06-01T18:00Z',
    calendar: OFFICE,
    events: [
      clientAsks('2026-05-29T16:00Z', { evidence: ['message:1'] }), // 2 h of Friday, 9 h of Monday
      teamTells('2026-05-29T16:00:05Z', { automatic: true }), // the greeting of a machine is not an answer
      clientSays('2026-05-30T12:00Z'), // nor is this a new question
    ],
    expected: {
      signals: {
        ...CALM.signals,
        ...WRITTEN,
        waiting_on_us_hours: { value: 11, status: 'warn', details: { conversations: 1 }, evidence: ['message:1'] },
        scope_creep_rate: OK,
      },
      facts: CALM.facts,
      scores: CALM.scores,
      outcomes: {},
      silences: [],
    },
  },
];

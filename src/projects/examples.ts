import { WEEKDAYS } from '../common/working-time/calendar.js';
import { LOCALES } from '../common/locale.js';
import { ENDED_BY } from './project.entity.js';
import { either, mapOf, named, oneOf, orNull } from '../http/index.js';
import { CONNECTORS } from './domain/connectors.js';

export const PROJECT_ID = '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01';
export const SCOPE_ID = '5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02';

const HOURS = { start: '09:00', end: '18:00' };
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => oneOf(WEEKDAYS, day));

export const PROJECT = named('Project', {
  id: PROJECT_ID,
  name: 'Acme',
  account_scope_id: SCOPE_ID,
  created_at: '2025-11-20T09:00:00.000Z',
  time_zone: orNull('Europe/Berlin'),
  working_days: orNull(DAYS),
  working_hours: orNull(HOURS),
  ended_on: orNull('2026-02-28'),
  ended_by: orNull(oneOf(ENDED_BY, 'person')),
  calendar: named('WorkingCalendar', { time_zone: 'Europe/Berlin', working_days: DAYS, working_hours: HOURS }),
  locale: orNull(oneOf(LOCALES, 'en')),
});

const WEBHOOK_PATH = '/webhooks/chatwoot/2f0c1c0e-94a1-4f6f-8a7e-5f0f8f1f6c11';
export const SOURCE = named('ProjectSource', {
  connector: oneOf(CONNECTORS, 'chatwoot'),
  external_id: orNull('1'),
  filter: mapOf({ inbox_ids: [either(3, '3')] }),
  has_credentials: true,
  has_webhook_secret: false,
  webhook_path: WEBHOOK_PATH,
  webhook_steps: ['Open the settings of webhooks and add one.', `As its URL enter https://…${WEBHOOK_PATH}.`],
});

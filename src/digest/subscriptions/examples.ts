import { LOCALES } from '../../common/locale.js';
import { WEEKDAYS } from '../../common/working-time/calendar.js';
import { named, oneOf, orNull } from '../../http/index.js';
import { PERIODS } from '../domain/span.js';
import { CHANNELS, PAUSE_REASONS } from './subscription.entity.js';

export const SUBSCRIPTION_ID = '9d2c7b1e-4a63-4f58-8e0b-6c1d2f3a4b50';
const TIME = '2026-02-07T22:11:12.000Z';

export const SUBSCRIPTION = named('DigestSubscription', {
  id: SUBSCRIPTION_ID,
  account_scope_id: '5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02',
  name: 'Morning, #projects',
  channel: oneOf(CHANNELS, 'webhook'),
  target: 'hooks.example.com',
  locale: oneOf(LOCALES, 'en'),
  period: oneOf(PERIODS, 'day'),
  days: [oneOf(WEEKDAYS, 'mon'), oneOf(WEEKDAYS, 'tue')],
  hour: 8,
  time_zone: 'Europe/Berlin',
  quiet_hours: orNull({ start: '20:00', end: '08:00' }),
  paused: false,
  paused_because: orNull(oneOf(PAUSE_REASONS, 'gone'), null),
  told_until: orNull('2026-02-06'),
  created_at: TIME,
  updated_at: TIME,
});

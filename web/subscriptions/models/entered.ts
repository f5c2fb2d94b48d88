import type { DigestSubscription, NewSubscriptionBody, SubscriptionChangeBody } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';

type Channel = DigestSubscription['channel'];
type Period = DigestSubscription['period'];
type Weekday = DigestSubscription['days'][number];

export const CHANNELS = allOf<Channel>({ slack: true, email: true, webhook: true });
export const PERIODS = allOf<Period>({ day: true, week: true });
export const WEEKDAYS = allOf<Weekday>({
  mon: true,
  tue: true,
  wed: true,
  thu: true,
  fri: true,
  sat: true,
  sun: true,
});

/** What a person has entered of a subscription. */
export interface Entered {
  scopeId: string;
  name: string;
  channel: Channel;
  /** Empty: the stored one stays. */
  address: string;
  locale: 'en' | 'ru';
  period: Period;
  days: readonly Weekday[];
  hour: number;
  timeZone: string;
  quiet: boolean;
  quietStart: string;
  quietEnd: string;
}

const WORKING_DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** A new one: each working day at eight, in the person's language and time zone. */
export const fresh = (scopeId: string, locale: 'en' | 'ru', timeZone: string): Entered => ({
  ...{ scopeId, name: '', channel: 'slack', address: '', locale, period: 'day', days: WORKING_DAYS, hour: 8, timeZone },
  ...{ quiet: false, quietStart: '20:00', quietEnd: '08:00' },
});

export const enteredOf = (one: DigestSubscription): Entered => ({
  ...{ scopeId: one.account_scope_id, name: one.name, channel: one.channel, address: '', locale: one.locale },
  ...{ period: one.period, days: one.days, hour: one.hour, timeZone: one.time_zone, quiet: one.quiet_hours !== null },
  ...{ quietStart: one.quiet_hours?.start ?? '20:00', quietEnd: one.quiet_hours?.end ?? '08:00' },
});

/** With this period: a weekly digest is sent on one day, the first of those that were chosen. */
export function withPeriod(entered: Entered, period: Period): Entered {
  const [first = 'mon'] = entered.days;
  return { ...entered, period, days: period === 'week' ? [first] : entered.days };
}

/** With or without this day, in the order of the week. */
export function withDay(entered: Entered, day: Weekday, chosen: boolean): Entered {
  if (entered.period === 'week') return chosen ? { ...entered, days: [day] } : entered;
  return { ...entered, days: WEEKDAYS.filter((one) => (one === day ? chosen : entered.days.includes(one))) };
}

/** The body that makes it. */
export const newBodyOf = (entered: Entered): NewSubscriptionBody => ({
  ...{ account_scope_id: entered.scopeId, channel: entered.channel, address: entered.address.trim() },
  ...commonOf(entered),
});

/** The body that changes one that there is. */
export const changeBodyOf = (entered: Entered): SubscriptionChangeBody => ({
  ...(entered.address.trim() === '' ? {} : { address: entered.address.trim() }),
  ...commonOf(entered),
});

const commonOf = ({ name, locale, period, days, hour, timeZone, quiet, quietStart, quietEnd }: Entered) => ({
  ...{ name: name.trim(), locale, period, days: [...days], hour, time_zone: timeZone.trim() },
  quiet_hours: quiet ? { start: quietStart, end: quietEnd } : null,
});

/** What the routes answer, as far as this page looks at it. */

export const CHANNELS = ['slack', 'email', 'webhook'] as const;
export type Channel = (typeof CHANNELS)[number];
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const PERIODS = ['day', 'week'] as const;
export type Period = (typeof PERIODS)[number];

export interface Subscription {
  id: string;
  account_scope_id: string;
  name: string;
  channel: Channel;
  /** The host, or the mailbox: the whole address is never shown. */
  target: string;
  locale: 'en' | 'ru';
  period: Period;
  days: Weekday[];
  /** 0 to 23, by the clocks of the time zone */
  hour: number;
  time_zone: string;
  quiet_hours: { start: string; end: string } | null;
  paused: boolean;
  /** `gone`: the receiver said that it wants nothing more. */
  paused_because: 'person' | 'gone' | null;
  /** The last day that was told, as 2026-02-03; null: nothing was. */
  told_until: string | null;
}

export interface Delivery {
  id: string;
  subscription_id: string;
  name: string;
  channel: Channel;
  target: string;
  period_start: string;
  period_end: string;
  status: 'waiting' | 'sent' | 'failed';
  attempts: number;
  next_try_at: string | null;
  last_error: string | null;
  sent_at: string | null;
  created_at: string;
}

/** An account scope that the person administers, by a project of it; null: it has none. */
export interface Scope {
  id: string;
  project: string | null;
}

export interface Known {
  /** Those that the person administers; none: they may not see any of this. */
  scopes: readonly Scope[];
  subscriptions: readonly Subscription[];
  /** The newest first. */
  deliveries: readonly Delivery[];
}

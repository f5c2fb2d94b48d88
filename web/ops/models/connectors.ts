import type { ConnectorError, ConnectorState } from '../../client/published.js';
import { vendorName } from '../../shared/vendor-name.js';
import type { ChartData } from '../charts/chart-data.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';
import { dayOf, lastDays } from './days.js';
import type { Tone } from './tone.js';

export const ERROR_DAYS = 14;

export type Connector = Pick<
  ConnectorState,
  'connector' | 'status' | 'last_success_at' | 'retry_count' | 'last_error' | 'lag_seconds' | 'stale' | 'leaving_since'
>;
/** What went wrong at a connector, as far as it is counted and listed. */
export type Failure = Pick<
  ConnectorError,
  'id' | 'connector' | 'error_kind' | 'error_message' | 'attempt' | 'status' | 'next_retry_at' | 'created_at'
>;

export interface ConnectorView {
  id: string;
  name: string;
  state: string;
  tone: Tone;
  lastSuccess: string;
  lag: string;
  retries: string;
  lastError: string | null;
}

/** From this lag on a connector is late, and from that one very late: the diagnosis' own limits. */
const LATE_SECONDS = 3600;
const VERY_LATE_SECONDS = 6 * 3600;

export function connectorViews(
  connectors: readonly Connector[],
  texts: Texts,
  format: Format,
  now: number,
): ConnectorView[] {
  return connectors.map((one) => ({
    id: one.connector,
    name: vendorName(one.connector),
    state: stateOf(one, texts),
    tone: toneOf(one),
    lastSuccess: one.last_success_at === null ? texts.connectors.never : format.fromNow(one.last_success_at, now),
    lag: one.lag_seconds === null ? '–' : format.lasting(one.lag_seconds),
    retries: format.number(one.retry_count),
    lastError: one.last_error,
  }));
}

function stateOf({ stale, status, leaving_since }: Connector, { connectors }: Texts): string {
  if (leaving_since !== null) return connectors.leaving;
  return stale ? connectors.stuck : connectors.statuses[status];
}

function toneOf({ stale, status, lag_seconds, leaving_since }: Connector): Tone {
  const lag = lag_seconds ?? 0;
  if (leaving_since !== null) return 'warning';
  if (stale || status === 'failed' || lag > VERY_LATE_SECONDS) return 'bad';
  if (status === 'partial' || lag > LATE_SECONDS) return 'warning';
  return status === 'ok' ? 'good' : 'quiet';
}

/** New errors of each of the last days, a series for each connector that has some or syncs; null: there was none. */
export function errorsChart(
  errors: readonly Failure[],
  connectors: readonly string[],
  texts: Texts,
  format: Format,
  now: number,
): ChartData | null {
  const days = lastDays(ERROR_DAYS, now);
  const counts = new Map<string, number>();
  for (const { connector, created_at } of errors) {
    const key = `${connector} ${dayOf(created_at)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const names = [...new Set([...connectors, ...errors.map(({ connector }) => connector)])].sort();
  const series = names.map((connector) => ({
    name: vendorName(connector),
    values: days.map((day) => counts.get(`${connector} ${day}`) ?? 0),
  }));
  if (series.every(({ values }) => values.every((value) => value === 0))) return null;
  return {
    kind: 'stacked',
    title: texts.connectors.errorsAbout(ERROR_DAYS),
    labelsAre: texts.scores.day,
    labels: days.map((day) => format.day(day)),
    series,
    high: null,
    write: (value) => format.number(value),
  };
}

export interface OpenErrorView {
  id: string;
  connector: string;
  kind: string;
  message: string;
  tone: Tone;
  /** How it stands: its state, tries, and when the next one is. */
  standing: string;
}

/** What is not resolved, newest first. */
export function openErrors(errors: readonly Failure[], texts: Texts, format: Format, now: number): OpenErrorView[] {
  return errors
    .filter(({ status }) => status !== 'resolved')
    .map((error) => ({
      id: error.id,
      connector: vendorName(error.connector),
      kind: error.error_kind,
      message: error.error_message,
      tone: error.status === 'dead_letter' ? 'bad' : 'warning',
      standing: [
        texts.connectors.errorStatuses[error.status],
        texts.connectors.attempts(error.attempt, format.number(error.attempt)),
        ...(error.status === 'dead_letter' || error.next_retry_at === null
          ? []
          : [texts.connectors.nextTry(format.fromNow(error.next_retry_at, now))]),
      ].join(', '),
    }));
}

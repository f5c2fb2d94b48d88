import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { connectorViews, ERROR_DAYS, errorsChart, openErrors, type Connector, type Failure } from './connectors.js';

const { en } = TEXTS;
const format = new Format('en', 'UTC');
const NOW = Date.parse('2026-02-03T10:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('connectors', () => {
  const one: Connector = {
    connector: 'linear',
    status: 'ok',
    last_success_at: ago(120),
    retry_count: 0,
    last_error: null,
    lag_seconds: 120,
    stale: false,
    leaving_since: null,
  };
  const error: Failure = {
    id: 'e',
    connector: 'linear',
    error_kind: 'timeout',
    error_message: 'Too long',
    attempt: 2,
    status: 'retrying',
    next_retry_at: ago(-300),
    created_at: ago(3600),
  };

  it.each([
    [{}, 'good', 'OK'],
    [{ status: 'idle', last_success_at: null, lag_seconds: null }, 'quiet', 'not synced yet'],
    [{ lag_seconds: 3601 }, 'warning', 'OK'],
    [{ lag_seconds: 6 * 3600 + 1 }, 'bad', 'OK'],
    [{ status: 'partial' }, 'warning', 'in part'],
    [{ status: 'failed' }, 'bad', 'failed'],
    [{ status: 'running', stale: true }, 'bad', 'stuck'],
    [{ status: 'idle', leaving_since: ago(60) }, 'warning', 'former data is being removed'],
  ] as const)('stand as their state and lag say: %p', (more, tone, state) => {
    expect(connectorViews([{ ...one, ...more }], en, format, NOW)[0]).toMatchObject({ name: 'Linear', tone, state });
  });

  it('have their errors counted by day and connector, those before the chart left out', () => {
    const errors = [
      error,
      { ...error, connector: 'attio' as const },
      error,
      { ...error, created_at: ago(86_400 * 14) },
    ];
    const chart = errorsChart(errors, ['linear'], en, format, NOW);
    expect(chart?.labels).toHaveLength(ERROR_DAYS);
    expect(chart?.labels.at(-1)).toBe('3 Feb');
    expect(
      chart?.series.map(({ name, values }) => [name, values.at(-1), values.reduce((a, b) => (a ?? 0) + (b ?? 0), 0)]),
    ).toEqual([
      ['Attio', 1, 1],
      ['Linear', 2, 2],
    ]);
    expect(errorsChart([], ['linear'], en, format, NOW)).toBeNull();
  });

  it('list what is still open, with its next try', () => {
    const dead: Failure = { ...error, status: 'dead_letter' };
    const views = openErrors([error, dead, { ...error, status: 'resolved' }], en, format, NOW);
    expect(views.map(({ tone, standing }) => [tone, standing])).toEqual([
      ['warning', 'is tried again, 2 tries, next try in 5 minutes'],
      ['bad', 'given up, 2 tries'],
    ]);
  });
});

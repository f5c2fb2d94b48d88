import { check } from '../check.js';
import { DAILY_LATE } from '../limits.js';
import { refreshForecasts } from '../kag-remedies.js';
import { ago, secondsSince } from '../wording.js';

export const forecastsCurrent = check({
  id: 'forecasts_current',
  section: 'recommendations_few',
  title: 'The forecasts are of today',
  needs: ['kag'],
  look({ kag: { forecasts }, now }) {
    const expected = 'Forecasts of the last day.';
    const oldest = forecasts.map(({ generated_at }) => generated_at).sort((a, b) => a.getTime() - b.getTime())[0];
    if (!oldest) return { status: 'skipped', observed: 'There is no forecast.', expected };
    const observed = `Made ${ago(oldest, now)}.`;
    if (secondsSince(oldest, now) <= DAILY_LATE) return { status: 'ok', observed, expected };
    return { status: 'fail', observed, expected, remedy: [refreshForecasts()] };
  },
});

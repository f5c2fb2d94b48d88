import { check } from '../check.js';
import { RISK_SHOWS } from '../limits.js';
import { refreshForecasts } from '../kag-remedies.js';
import { percent } from '../wording.js';

export const forecastsPublishable = check({
  id: 'forecasts_publishable',
  section: 'recommendations_few',
  title: 'Forecasts are publishable',
  needs: ['kag'],
  look({ kag: { forecasts } }) {
    const expected = `A forecast of ${percent(RISK_SHOWS)} or more within 7 days is publishable: others are hidden.`;
    if (forecasts.length === 0) return { status: 'skipped', observed: 'There is no forecast.', expected };
    const hidden = forecasts.filter(({ publishable }) => !publishable);
    const observed = `${forecasts.length - hidden.length} of ${forecasts.length} are.`;
    if (hidden.every(({ p7 }) => (p7 ?? 0) < RISK_SHOWS)) return { status: 'ok', observed, expected };
    return { status: 'warn', observed, expected, remedy: [refreshForecasts()] };
  },
});

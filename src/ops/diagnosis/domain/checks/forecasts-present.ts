import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { YOUNG } from '../limits.js';
import { refreshForecasts } from '../kag-remedies.js';
import { counted, secondsSince } from '../wording.js';

const RISKS = 4;

export const forecastsPresent = check({
  id: 'forecasts_present',
  section: 'checklist',
  title: 'There are forecasts',
  needs: ['kag'],
  look({ kag: { forecasts }, settings, project, now }) {
    const expected = 'A forecast of each of the four risks.';
    if (flagOff('forecasts', settings) !== null)
      return { status: 'skipped', observed: 'Forecasting is switched off.', expected };
    const observed = `There ${forecasts.length === 1 ? 'is' : 'are'} ${counted(forecasts.length, 'forecast')}.`;
    if (forecasts.length >= RISKS) return { status: 'ok', observed, expected };
    const status = secondsSince(project.created_at, now) < YOUNG ? 'warn' : 'fail';
    return { status, observed, expected, remedy: [refreshForecasts()] };
  },
});

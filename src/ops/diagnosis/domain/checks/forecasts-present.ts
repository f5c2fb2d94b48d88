import { flagOff } from '../../../../common/feature-flags.js';
import { check } from '../check.js';
import { YOUNG } from '../limits.js';
import { refreshForecasts } from '../kag-remedies.js';
import { secondsSince } from '../wording.js';

const RISKS = 4;

export const forecastsPresent = check({
  id: 'forecasts_present',
  section: 'checklist',
  title: { en: 'There are forecasts', ru: 'Прогнозы есть' },
  trouble: { en: 'Forecasts are missing', ru: 'Прогнозов не хватает' },
  needs: ['kag'],
  look({ kag: { forecasts }, settings, project, now, words }) {
    const { say, counted } = words;
    const expected = say('A forecast of each of the four risks.', 'Прогноз каждого из четырёх рисков.');
    if (flagOff('forecasts', settings) !== null)
      return { status: 'skipped', observed: say('Forecasting is switched off.', 'Прогнозы выключены.'), expected };
    const observed = say(
      `There ${forecasts.length === 1 ? 'is' : 'are'} ${counted(forecasts.length, 'forecast')}.`,
      `Есть ${counted(forecasts.length, 'forecast')}.`,
    );
    if (forecasts.length >= RISKS) return { status: 'ok', observed, expected };
    const status = secondsSince(project.created_at, now) < YOUNG ? 'warn' : 'fail';
    return { status, observed, expected, remedy: [refreshForecasts(words)] };
  },
});

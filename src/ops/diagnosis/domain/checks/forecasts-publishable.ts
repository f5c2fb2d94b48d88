import { check } from '../check.js';
import { RISK_SHOWS } from '../limits.js';
import { refreshForecasts } from '../kag-remedies.js';
import { percent } from '../wording.js';

export const forecastsPublishable = check({
  id: 'forecasts_publishable',
  section: 'recommendations_few',
  title: { en: 'Forecasts are publishable', ru: 'Прогнозы можно показывать' },
  trouble: { en: 'Forecasts are hidden', ru: 'Прогнозы скрыты' },
  needs: ['kag'],
  look({ kag: { forecasts }, words }) {
    const { say } = words;
    const expected = say(
      `Every forecast of ${percent(RISK_SHOWS)} or more within 7 days is publishable; one that is not is hidden.`,
      `Каждый прогноз от ${percent(RISK_SHOWS)} на 7 дней можно показывать; тот, который нельзя, скрыт.`,
    );
    if (forecasts.length === 0)
      return { status: 'skipped', observed: say('There is no forecast.', 'Прогнозов нет.'), expected };
    const hidden = forecasts.filter(({ publishable }) => !publishable);
    const observed = say(
      `${forecasts.length - hidden.length} of ${forecasts.length} are.`,
      `Можно показывать: ${forecasts.length - hidden.length} из ${forecasts.length}.`,
    );
    if (hidden.every(({ p7 }) => (p7 ?? 0) < RISK_SHOWS)) return { status: 'ok', observed, expected };
    return { status: 'warn', observed, expected, remedy: [refreshForecasts(words)] };
  },
});

import { check } from '../check.js';
import { DAILY_LATE } from '../limits.js';
import { refreshForecasts } from '../kag-remedies.js';
import { secondsSince } from '../wording.js';

export const forecastsCurrent = check({
  id: 'forecasts_current',
  section: 'recommendations_few',
  title: { en: 'The forecasts are of today', ru: 'Прогнозы сегодняшние' },
  trouble: { en: 'The forecasts are old', ru: 'Прогнозы устарели' },
  needs: ['kag'],
  look({ kag: { forecasts }, now, words }) {
    const { say, ago } = words;
    const expected = say('Forecasts of the last day.', 'Прогнозы не старше суток.');
    const oldest = forecasts.map(({ generated_at }) => generated_at).sort((a, b) => a.getTime() - b.getTime())[0];
    if (!oldest) return { status: 'skipped', observed: say('There is no forecast.', 'Прогнозов нет.'), expected };
    const observed = say(`Made ${ago(oldest, now)}.`, `Сделаны ${ago(oldest, now)}.`);
    if (secondsSince(oldest, now) <= DAILY_LATE) return { status: 'ok', observed, expected };
    return { status: 'fail', observed, expected, remedy: [refreshForecasts(words)] };
  },
});

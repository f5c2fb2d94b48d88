import { check } from '../check.js';
import { DAILY_LATE, DAY } from '../limits.js';
import { refreshForecasts } from '../kag-remedies.js';
import { secondsSince } from '../wording.js';

export const forecastsCurrent = check({
  id: 'forecasts_current',
  section: 'recommendations_few',
  title: { en: 'The forecasts are of today', ru: 'Прогнозы сегодняшние' },
  trouble: { en: 'The forecasts are old', ru: 'Прогнозы устарели' },
  needs: ['kag', 'schedule'],
  look({ kag: { forecasts }, schedule, now, words }) {
    const { say, ago, lasting } = words;
    const cadence = schedule.find(({ job_type }) => job_type === 'kag_daily_pipeline')?.cadence_seconds ?? DAY;
    const rarer = Math.max(0, cadence - DAY);
    const expected =
      rarer === 0
        ? say('Forecasts of the last day.', 'Прогнозы не старше суток.')
        : say(`Forecasts no older than ${lasting(cadence)}.`, `Прогнозы не старше чем ${lasting(cadence)}.`);
    const oldest = forecasts.map(({ generated_at }) => generated_at).sort((a, b) => a.getTime() - b.getTime())[0];
    if (!oldest) return { status: 'skipped', observed: say('There is no forecast.', 'Прогнозов нет.'), expected };
    const observed = say(`Made ${ago(oldest, now)}.`, `Сделаны ${ago(oldest, now)}.`);
    if (secondsSince(oldest, now) <= DAILY_LATE + rarer) return { status: 'ok', observed, expected };
    return { status: 'fail', observed, expected, remedy: [refreshForecasts(words)] };
  },
});

import { check } from '../check.js';
import type { ForecastFacts } from '../facts.js';
import { RISK_SHOWS } from '../limits.js';
import { refreshRecommendations } from '../kag-remedies.js';
import { request } from '../remedy.js';
import { percent, type DiagnosisWords } from '../wording.js';

export const forecastEvidence = check({
  id: 'forecast_evidence',
  section: 'recommendations_few',
  title: { en: 'Forecasts rest on evidence', ru: 'Прогнозы опираются на доказательства' },
  trouble: { en: 'Forecasts lack evidence', ru: 'Прогнозам не хватает доказательств' },
  needs: ['kag'],
  look({ kag: { forecasts }, words }) {
    const { say, listed } = words;
    const expected = say(
      `A forecast of ${percent(RISK_SHOWS)} or more within 7 days has evidence refs.`,
      `У прогноза от ${percent(RISK_SHOWS)} на 7 дней есть ссылки на доказательства.`,
    );
    if (forecasts.length === 0)
      return { status: 'skipped', observed: say('There is no forecast.', 'Прогнозов нет.'), expected };
    const observed = say(
      `Evidence refs: ${listed(forecasts.map((one) => `${one.risk_type} ${one.evidence} (${saidOf(one, words)})`))}.`,
      `Ссылок на доказательства: ${listed(forecasts.map((one) => `${one.risk_type} ${one.evidence} (${saidOf(one, words)})`))}.`,
    );
    const bare = forecasts.filter(({ evidence, p7 }) => evidence === 0 && (p7 ?? 0) >= RISK_SHOWS);
    if (bare.length === 0) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [
        request(
          'POST',
          '/connectors/sync',
          say(
            'Brings the records that conclusions can rest on.',
            'Приносит записи, на которые могут опираться выводы.',
          ),
        ),
        refreshRecommendations(words),
      ],
    };
  },
});

const saidOf = ({ status, p7 }: ForecastFacts, { say }: DiagnosisWords): string =>
  p7 !== null
    ? percent(p7)
    : status === 'already'
      ? say('it is there', 'уже наступил')
      : say('too little is known', 'известно слишком мало');

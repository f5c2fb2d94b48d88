import { check } from '../check.js';
import type { ForecastFacts } from '../facts.js';
import { RISK_SHOWS } from '../limits.js';
import { refreshRecommendations } from '../kag-remedies.js';
import { request } from '../remedy.js';
import { listed, percent } from '../wording.js';

export const forecastEvidence = check({
  id: 'forecast_evidence',
  section: 'recommendations_few',
  title: 'Forecasts rest on evidence',
  needs: ['kag'],
  look({ kag: { forecasts } }) {
    const expected = `A forecast of ${percent(RISK_SHOWS)} or more within 7 days has evidence refs.`;
    if (forecasts.length === 0) return { status: 'skipped', observed: 'There is no forecast.', expected };
    const observed = `Evidence refs: ${listed(forecasts.map((one) => `${one.risk_type} ${one.evidence} (${saidOf(one)})`))}.`;
    const bare = forecasts.filter(({ evidence, p7 }) => evidence === 0 && (p7 ?? 0) >= RISK_SHOWS);
    if (bare.length === 0) return { status: 'ok', observed, expected };
    return {
      status: 'warn',
      observed,
      expected,
      remedy: [
        request('POST', '/connectors/sync', 'Brings the records that conclusions can rest on.'),
        refreshRecommendations(),
      ],
    };
  },
});

const saidOf = ({ status, p7 }: ForecastFacts): string =>
  p7 !== null ? percent(p7) : status === 'already' ? 'it is there' : 'too little is known';

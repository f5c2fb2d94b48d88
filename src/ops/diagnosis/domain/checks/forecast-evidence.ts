import { check } from '../check.js';
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
    const observed = `Evidence refs: ${listed(forecasts.map(({ risk_type, evidence, p7 }) => `${risk_type} ${evidence} (${percent(p7)})`))}.`;
    const bare = forecasts.filter(({ evidence, p7 }) => evidence === 0 && p7 >= RISK_SHOWS);
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

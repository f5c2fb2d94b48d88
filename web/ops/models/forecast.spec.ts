import { describe, expect, it } from '@jest/globals';
import type { Forecast } from '../answers.js';
import { Format } from '../format.js';
import { TEXTS } from '../texts/index.js';
import { forecastChart, forecastViews } from './forecast.js';

const { en } = TEXTS;
const format = new Format('en', 'UTC');
const NOW = Date.parse('2026-02-03T10:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('forecasts', () => {
  const one: Forecast = {
    risk_type: 'scope_risk',
    p7: 0.1,
    p14: 0.2,
    p30: 0.4,
    expected_time_to_risk_days: null,
    confidence: 0.55,
    top_drivers: [
      { key: 'scope', contribution: 0.3 },
      { key: 'unheard', contribution: 0.1 },
      { key: 'risk', contribution: 0 },
    ],
    generated_at: ago(7200),
  };

  it('have a bar for each horizon, risks in a fixed order', () => {
    const chart = forecastChart([one, { ...one, risk_type: 'client_risk' }], en, format);
    expect(chart?.labels).toEqual(['Client', 'Scope']);
    expect(chart?.series).toEqual([
      { name: '7 days', values: [0.1, 0.1] },
      { name: '14 days', values: [0.2, 0.2] },
      { name: '30 days', values: [0.4, 0.4] },
    ]);
    expect(forecastChart([], en, format)).toBeNull();
  });

  it('name what drives them', () => {
    expect(forecastViews([one], en, format, NOW)).toEqual([
      { name: 'Scope', confidence: '55%', drivers: 'growing scope, unheard', asOf: 'Made 2 hours ago' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { forecastChart, forecastViews, type Forecast } from './forecast.js';

const { en } = TEXTS;
const format = new Format('en', 'UTC');
const NOW = Date.parse('2026-02-03T10:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('forecasts', () => {
  const one: Forecast = {
    risk_type: 'scope_risk',
    status: 'ok',
    p7: 0.1,
    p14: 0.2,
    p30: 0.4,
    base_rate: { p7: 0.04, p14: 0.08, p30: 0.15 },
    words: '20 % within 14 days: 8 % is usual for your projects; +12 3 requests beyond the scope in 7 days.',
    generated_at: ago(7200),
  };
  const there: Forecast = {
    ...one,
    risk_type: 'client_risk',
    status: 'already',
    ...{ p7: null, p14: null, p30: null },
    words: 'It is there, since 1 Feb.',
  };

  it('have a bar for each horizon, risks in a fixed order', () => {
    const chart = forecastChart([one, there], en, format);
    expect(chart?.labels).toEqual(['Client', 'Scope']);
    expect(chart?.series).toEqual([
      { name: '7 days', values: [null, 0.1] },
      { name: '14 days', values: [null, 0.2] },
      { name: '30 days', values: [null, 0.4] },
    ]);
    expect(forecastChart([], en, format)).toBeNull();
  });

  it('name what drives them', () => {
    expect(forecastViews([one, there], en, format, NOW)).toEqual([
      { name: 'Client', usual: 'there already', words: there.words, asOf: 'Made 2 hours ago' },
      { name: 'Scope', usual: '8%', words: one.words, asOf: 'Made 2 hours ago' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Format } from '../../shared/format.js';
import { TEXTS } from '../texts/index.js';
import { scoresChart, scoreViews, type Snapshot } from './scores.js';

const { en } = TEXTS;
const format = new Format('en', 'UTC');
const NOW = Date.parse('2026-02-03T10:00:00Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe('scores', () => {
  const UNKNOWN = { known: false, value: null, band: null };
  const day = (snapshot_date: string, value: number | null): Snapshot => ({
    snapshot_date,
    scores_json: {
      project_health: UNKNOWN,
      risk: value === null ? UNKNOWN : { known: true, value, band: 'low' },
      client_value: UNKNOWN,
      upsell_likelihood: UNKNOWN,
    },
  });
  const days = [day('2026-02-03', 40), day('2026-01-27', 30), day('2026-01-26', 20)];

  it('are compared with those of a week ago, and only dangers have a band', () => {
    const scores = [
      { score_type: 'client_value' as const, value: 50, band: 'high' as const, as_of: ago(0) },
      { score_type: 'risk' as const, value: 41.26, band: 'medium' as const, as_of: ago(0) },
    ];
    expect(scoreViews(scores, days, en, format)).toEqual([
      {
        type: 'risk',
        name: 'Risk',
        value: '41.3',
        change: '+11.3 in 7 days',
        band: { text: 'risk band medium', tone: 'warning' },
      },
      { type: 'client_value', name: 'Client value', value: '50', change: 'no figure of a week ago', band: null },
    ]);
  });

  it('say unknown, with no band and no change, where too little is known', () => {
    const scores = [{ score_type: 'risk' as const, value: null, band: null, as_of: ago(0) }];
    expect(scoreViews(scores, days, en, format)).toEqual([
      {
        type: 'risk',
        name: 'Risk',
        value: 'unknown',
        change: 'less than half of what it is made of is known',
        band: null,
      },
    ]);
    expect(scoreViews(scores, days, TEXTS.ru, format)).toMatchObject([{ value: 'неизвестно' }]);
    const chart = scoresChart([day('2026-02-03', null)], en, format, NOW);
    expect(chart?.series.find(({ name }) => name === 'Risk')?.values).toEqual([null]);
  });

  it('are drawn day by day, from the first day on, with gaps where a day is missing', () => {
    const chart = scoresChart(days, en, format, NOW);
    expect(chart?.labels).toHaveLength(9);
    expect(chart?.series.find(({ name }) => name === 'Risk')?.values).toEqual([
      20,
      30,
      null,
      null,
      null,
      null,
      null,
      null,
      40,
    ]);
    expect(scoresChart([day('2025-01-01', 1)], en, format, NOW)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import type { SignalSeries } from '../../client/published.js';
import { Format } from '../../shared/format.js';
import type { Lines } from '../reading.js';
import { en } from '../texts/en.js';
import { ru } from '../texts/ru.js';
import { scoreLines, signalLines, writtenSignal } from './lines.js';

const format = new Format('en', 'UTC');
const DAYS = ['2026-02-02', '2026-02-03'];
const signal = (signal_key: SignalSeries['signal_key'], warn: number, critical: number, values: (number | null)[]) => ({
  signal_key,
  warn,
  critical,
  values,
});
const lines = (given: Partial<Lines>): Lines => ({ days: DAYS, scores: [], signals: [], ...given });

describe('lines', () => {
  it('of a score: thresholds of danger, its band in words, and what moved it', () => {
    const [health] = scoreLines(
      lines({
        scores: [
          {
            score_type: 'project_health',
            bands: [
              { is: 'below', limit: 40, band: 'critical' },
              { is: 'below', limit: 60, band: 'high' },
              { is: 'below', limit: 75, band: 'medium' },
            ],
            values: [80, 38.5],
            moved: { from: '2026-02-02', to: '2026-02-03', by: [{ key: 'blockers', points: -41.5 }] },
          },
          { score_type: 'risk', bands: [], values: [null, null], moved: null },
        ],
      }),
      en,
      format,
    );
    expect(health?.line.limits.map(({ value, tone, text }) => [value, tone, text])).toEqual([
      [40, 'bad', 'critical below 40'],
      [60, 'warning', 'poor below 60'],
    ]);
    expect(health?.line.say(38.5, '3 Feb')).toBe('38.5 on 3 Feb, critical');
    expect(health?.line.say(80, '2 Feb')).toBe('80 on 2 Feb');
    expect(health?.moved).toEqual({
      title: 'What changed it from 2 Feb to 3 Feb:',
      by: [{ text: 'blockers −41.5', worse: true }],
    });
  });

  it('of signals: the worst first, those that fall as they get worse among them, and the names of unknown ones', () => {
    const { lines: shown, unknown } = signalLines(
      lines({
        signals: [
          signal('blockers_age', 3, 5, [1, 2]),
          signal('client_sentiment', -0.2, -0.35, [0, -0.4]),
          signal('stage_overdue', 1, 3, [2, null]),
          signal('margin_risk', 0.25, 0.4, [null, null]),
        ],
      }),
      en,
      format,
    );
    expect(shown.map(({ title }) => title)).toEqual(['Client’s mood', 'Stage overdue', 'Age of blockers']);
    expect(shown[0]?.say(-0.4, '3 Feb')).toBe('−0.40 on 3 Feb, critical');
    expect(unknown).toEqual(['Margin shortfall']);
  });

  it.each([
    ['blockers_age', 1, '1 working day', '1 раб. дн.'],
    ['response_time_median', 45, '45 working minutes', '45 раб. мин'],
    ['response_time_median', 150, '2.5 working hours', '2,5 раб. ч'],
    ['budget_burn_rate', 1.15, '115%', '115 %'],
    ['agreement_overdue_count', 2, '2', '2'],
  ] as const)('write %s in its unit: %d', (key, value, english, russian) => {
    const plain = writtenSignal(key, value, ru, new Format('ru', 'UTC')).replace(/\s/g, ' ');
    expect([writtenSignal(key, value, en, format), plain]).toEqual([english, russian]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Format } from './format.js';

const en = new Format('en', 'UTC');
const ru = new Format('ru', 'UTC');
const NOW = Date.parse('2026-02-03T10:00:00Z');

/** Intl writes spaces of several widths. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('numbers and times', () => {
  it.each([
    [0, '0 sec', '0 с'],
    [59, '59 secs', '59 с'],
    [60, '1 min', '1 мин'],
    [7199, '1 hr', '1 ч'],
    [86_400 * 3, '3 days', '3 дн.'],
  ])('a duration of %d s', (seconds, english, russian) => {
    expect([plain(en.lasting(seconds)).replace(/secs?\b/, 'sec'), plain(ru.lasting(seconds))]).toEqual([
      english.replace('secs', 'sec'),
      russian,
    ]);
  });

  it.each([
    ['2026-02-03T09:58:30Z', '1 minute ago', '1 минуту назад'],
    ['2026-02-03T10:00:00Z', 'in 0 seconds', 'через 0 секунд'],
    ['2026-02-03T12:00:00Z', 'in 2 hours', 'через 2 часа'],
    ['2026-01-29T10:00:00Z', '5 days ago', '5 дней назад'],
  ])('how long ago %s is', (iso, english, russian) => {
    expect([en.fromNow(iso, NOW), ru.fromNow(iso, NOW)]).toEqual([english, russian]);
  });

  it('changes with their sign, shares in per cent, and UTC days wherever the browser is', () => {
    expect([en.change(3.26), en.change(-3.26), en.change(0.04)]).toEqual(['+3.3', '−3.3', '±0']);
    expect([en.percent(0.525), plain(ru.percent(0.52))]).toEqual(['53%', '52 %']);
    expect(new Format('en', 'America/Los_Angeles').day('2026-02-03')).toBe('3 Feb');
    expect([en.date('2024-02-03'), plain(ru.date('2024-02-03'))]).toEqual(['3 Feb 2024', '3 февр. 2024 г.']);
    expect(ru.number(69.64)).toBe('69,6');
  });

  it('moods with two decimals, and sums with their currency', () => {
    expect([en.mood(-0.354), en.mood(0.2), ru.mood(-0.35), en.mood(0)]).toEqual(['−0.35', '+0.20', '−0,35', '0.00']);
    expect([en.sum(18_500, 'EUR'), plain(ru.sum(18_500.5, 'RUB')), en.sum(3, null)]).toEqual([
      '18,500 EUR',
      '18 500,5 RUB',
      '3',
    ]);
  });

  it('the day and the hour of a time, as the browser’s clock has them', () => {
    const time = '2026-02-03T23:30:00Z';
    expect([en.dayOf(time).replace(',', ''), en.hour(time)]).toEqual(['Tuesday 3 February 2026', '23:30']);
    expect([plain(ru.dayOf(time)), ru.hour(time)]).toEqual(['вторник, 3 февраля 2026 г.', '23:30']);
    const later = new Format('en', 'Asia/Tokyo');
    expect([later.dayOf(time).replace(',', ''), later.hour(time)]).toEqual(['Wednesday 4 February 2026', '08:30']);
  });
});

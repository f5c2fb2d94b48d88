import { describe, expect, it } from '@jest/globals';
import { expectLinear } from '../../../../test/support/growth.js';
import { sentimentScore } from './sentiment.js';

const POSITIVE = [
  'Thank you so much, this is exactly what we needed!',
  'Great job, the new landing page looks amazing',
  'We are very happy with the result',
  'No problem at all, thanks!',
  'Not bad, I like where this is going. Thanks!',
  'Everything works perfectly now 👍',
  'Спасибо большое, всё отлично!',
  'Очень довольны результатом, рекомендуем',
  'Класс, мне нравится',
  'Всё работает, супер',
  'Без проблем, спасибо',
  'Ребята, вы молодцы 🎉',
];
const NEGATIVE = [
  'This is terrible, nothing works',
  "The export doesn't work again",
  'We are very disappointed with the delays',
  'I am not happy with this',
  'Nobody answers, this is unacceptable 😡',
  'The site is down and checkout is broken',
  "It's not good enough for us",
  'Ужасно, ничего не работает',
  'Сайт опять не открывается',
  'Мы очень разочарованы, сроки сорваны',
  'Мне не нравится этот вариант',
  'Это просто кошмар, никто не отвечает',
  'Верните деньги, мы недовольны',
  'Почему так долго? Мы устали ждать',
];
const NEUTRAL = [
  '',
  'Could you send the report on Monday?',
  'The invoice number is 4411',
  'Meeting moved to 15:00',
  'Пришлите отчёт за март',
  'Встреча в понедельник в 15:00',
  'Около октября откроем окно заказов, удалить черновик',
  '{"id": 1} https://example.org/a?b=c',
];

describe('sentimentScore', () => {
  it.each(POSITIVE)('hears that the author is pleased: %s', (text) =>
    expect(sentimentScore(text)).toBeGreaterThan(0.15),
  );
  it.each(NEGATIVE)('hears that the author is not: %s', (text) => expect(sentimentScore(text)).toBeLessThan(-0.15));
  it.each(NEUTRAL)('hears nothing: %s', (text) => expect(Math.abs(sentimentScore(text))).toBeLessThanOrEqual(0.1));

  it('orders by strength', () => {
    const scores = [
      'awful, terrible, the worst',
      'bad',
      'slightly bad',
      'ok',
      'good',
      'very good',
      'excellent, amazing, perfect',
    ].map(sentimentScore);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
  });

  it('stays between -1 and 1, and quick, whatever it is given', () => {
    for (const [part, times] of [
      ['awful ', 50_000],
      ['отлично ', 50_000],
      ["'", 200_000],
      ['a-', 100_000],
      [':', 100_000],
    ] as const)
      expectLinear(times, (size) => expect(Math.abs(sentimentScore(part.repeat(size)))).toBeLessThanOrEqual(1));
  });
});

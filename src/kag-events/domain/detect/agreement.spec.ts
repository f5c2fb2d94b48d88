import { describe, expect, it } from '@jest/globals';
import { detectAgreement, likeliestAgreement } from './agreement.js';

/** A Wednesday. */
const SENT = new Date('2026-03-11T15:30:00Z');

const DATED: readonly (readonly [string, string])[] = [
  ["We'll send the contract by Friday", '2026-03-13'],
  ['I will finish the mockups by 2026-03-20.', '2026-03-20'],
  ["I'll share the report tomorrow", '2026-03-12'],
  ['We will deliver the first version in two weeks', '2026-03-25'],
  ["We'll have the draft ready by the end of the week", '2026-03-15'],
  ['We are going to launch at the end of the month', '2026-03-31'],
  ["I'll get back to you on Monday", '2026-03-16'],
  ["We'll call you next Tuesday", '2026-03-17'],
  ["We'll pay the invoice within 10 days", '2026-03-21'],
  ['We will send the revised estimate by March 20th', '2026-03-20'],
  ["I'll send it on 5 January", '2027-01-05'],
  ['The draft will be ready by Friday', '2026-03-13'],
  ["You'll have the contract by 15.03.2026", '2026-03-15'],
  ["We'll be sending the invoice in three working days", '2026-03-16'],
  ["Hi!\nWe'll check if the plugin works by Thursday\n\nRegards,\nAnna", '2026-03-12'],
  ["We'll send the January report by Friday, March 20", '2026-03-20'],
  ["We'll send the report dated March 3 by the 18th", '2026-03-18'],
  ['Пришлём смету до 15 марта', '2026-03-15'],
  ['Мы отправим договор завтра', '2026-03-12'],
  ['Я подготовлю отчёт к пятнице', '2026-03-13'],
  ['Сделаем до конца недели', '2026-03-15'],
  ['Закончим вёрстку к концу месяца', '2026-03-31'],
  ['Отправим макеты через две недели', '2026-03-25'],
  ['Вышлю документы до 01.04', '2026-04-01'],
  ['Оплатим счёт до 5.2.', '2027-02-05'],
  ['Исправим ошибку сегодня', '2026-03-11'],
  ['Обещаем прислать тексты в понедельник', '2026-03-16'],
  ['Макет будет готов послезавтра', '2026-03-13'],
  ['Вернусь с ответом на следующей неделе', '2026-03-22'],
  ['Сможем отправить смету во вторник', '2026-03-17'],
  ['Пришлём отчёт за февраль до 20 марта', '2026-03-20'],
  ['Завтра пришлю', '2026-03-12'],
  ['Сделаем за 3 дня', '2026-03-14'],
];
const UNDATED = [
  "We'll send you the contract",
  'I will update the estimate and share it with the team',
  'We are going to fix the menu',
  "I'll prepare the brief",
  'Пришлём смету',
  'Хорошо, исправлю и отправлю',
  'Мы обновим макет',
  'Обещаю прислать тексты',
];
const NONE = [
  '',
  'Will you send the contract by Friday?',
  'Please send the contract by Friday',
  'Could you share the report tomorrow?',
  "If you pay today, we'll send the files tomorrow",
  "We'll start once you approve the draft",
  "We won't send it by Friday",
  'We will not finish this week',
  'Maybe we will send it on Monday',
  "I'll try to finish it by Friday",
  'We sent the contract on Friday',
  'The meeting is on Monday',
  "I'll be in London on Friday",
  'We will wait until Monday',
  "I'll need the files by Friday",
  'Let us discuss it tomorrow',
  "I don't think we'll deliver by Friday",
  'You will see it later',
  "I'll book it for Friday. Is that okay?",
  "> We'll send the contract by Friday\nThanks!",
  'I am going to Berlin on Monday',
  'Пришлёте смету до пятницы?',
  'Пришлите смету до 15 марта',
  'Если оплатите сегодня, отправим завтра',
  'После оплаты пришлём исходники',
  'Не пришлём до пятницы',
  'Не успеем закончить до конца недели',
  'Давайте сделаем это завтра',
  'Постараемся прислать завтра',
  'Возможно, пришлём в пятницу',
  'Вчера отправили договор',
  'Встреча в понедельник',
  'Когда пришлёте макет, посмотрим до пятницы',
  'Как только согласуете, запустим завтра',
  'Сделаем это завтра?',
  'Вы обещали прислать до пятницы',
  'Спасибо, до завтра!',
  'Буду в офисе',
];

describe('detectAgreement', () => {
  it.each(DATED)('hears a promise with its date: %s', (text, day) => {
    const found = detectAgreement(text, SENT);
    expect(found?.due_at?.toISOString()).toBe(`${day}T23:59:59.999Z`);
  });
  it.each(UNDATED)('hears a promise without a date: %s', (text) =>
    expect(detectAgreement(text, SENT)).toEqual({ due_at: null, what: text }),
  );
  it.each(NONE)('hears none: %s', (text) => expect(detectAgreement(text, SENT)).toBeNull());

  it('says what was promised, in the words of its sentence', () =>
    expect(detectAgreement('Hello!  Thanks for the call.\nWe’ll send  the Contract by Friday. Bye', SENT)?.what).toBe(
      "We'll send the Contract by Friday",
    ));
  it('says it in characters that can be stored', () => {
    const what = detectAgreement(`We'll send \u0000 it \ud800 ${'😀'.repeat(300)}`, SENT)?.what ?? '';
    expect(what.isWellFormed()).toBe(true);
    expect(what).not.toContain('\u0000');
    expect(what.length).toBeLessThanOrEqual(300);
  });
  it('prefers the promise that has a date', () =>
    expect(detectAgreement("I'll send the logo. We'll send the contract tomorrow.", SENT)?.what).toBe(
      "We'll send the contract tomorrow",
    ));
  it('knows no date counted from no day', () =>
    expect(detectAgreement("We'll send the logo tomorrow", new Date(Number.NaN))?.due_at).toBeNull());
});

describe('likeliestAgreement', () => {
  it.each([
    ['By tomorrow would be good, or is it too early?', 'By tomorrow would be good, or is it too early', true],
    ['Fine. We look at it on Friday. Bye!', 'We look at it on Friday', true],
    ['Hm, maybe.', 'Hm, maybe', false],
  ])('finds in %j what a person says is there', (text, what, isDated) => {
    const found = likeliestAgreement(text, SENT);
    expect([found?.what, found?.due_at !== null]).toEqual([what, isDated]);
  });

  it('agrees with the detector where that hears one', () => {
    const text = "I'll send the logo. We'll send the contract tomorrow.";
    expect(likeliestAgreement(text, SENT)).toEqual(detectAgreement(text, SENT));
  });

  it.each(['', '> quoted only'])('finds nothing in %j', (text) => expect(likeliestAgreement(text, SENT)).toBeNull());
});

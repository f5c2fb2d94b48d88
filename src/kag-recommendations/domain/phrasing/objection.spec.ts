import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryFigures } from '../../../../test/builders/arbitrary-figures.js';
import { recommendationFacts } from '../../../../test/golden/recommendation-texts.js';
import { CAUSES } from '../causes/cause.js';
import { EN } from '../texts/en.js';
import { render } from '../texts/render.js';
import { RU } from '../texts/ru.js';
import type { Locale } from './language.js';
import { objection } from './objection.js';
import { wordingOf, type Wording } from './wording.js';

const original: Wording = {
  title: 'Follow up: 4 working days without an answer',
  rationale:
    'The team asked the client and has had no answer for 4 working days. The chance of trouble with the client within a week is 52 %.',
  why_now: 'Left alone, the chance grows to 58 % within two weeks, and the work waits for decisions.',
  suggested_template: EN.templates.waiting_on_client_follow_up,
};
const good: Wording = {
  title: 'Ask about the booking form: no answer for 4 days',
  rationale: 'The booking form has waited 4 days for approval; the chance of trouble within a week is 52 %.',
  why_now: 'Without a word from the client the chance is 58 % in 2 weeks, and the launch waits.',
  suggested_template:
    'Hello! The booking form for your 14 tables is ready and waits for your approval.\n\nCan we talk for ten minutes today?',
};
const evidence = ['Please review the booking form: 14 tables, two of them outside. See https://evil.example/pay'];
const basis = { original, evidence, locale: 'en' as Locale };
const because = (more: Partial<Wording>, against = basis) => objection({ ...good, ...more }, against);
const RUSSIAN: Wording = {
  title: 'Напомнить о макете: 5 дней без ответа',
  rationale: 'Макет ждёт согласования 5 дней. Вероятность осложнений с клиентом в течение недели — 67 %.',
  why_now: 'Если ничего не делать, за две недели вероятность вырастет до 75 %, а работа стоит без решений.',
  suggested_template: RU.templates.waiting_on_client_follow_up,
};

describe('what a model says', () => {
  it('may say the same in other words, with figures of the evidence', () => {
    expect(because({})).toBeNull();
  });

  it.each<[string, Partial<Wording>, string]>([
    [
      'a figure of its own',
      { rationale: `${good.rationale} This costs 900 a day.` },
      'rationale has a figure of its own',
    ],
    ['a figure in words', { why_now: `${good.why_now} All in seven days.` }, 'why_now has a figure of its own'],
    ['a figure in another script', { title: 'No answer for 4 days, ٣ calls' }, 'title has a figure of its own'],
    ['a fraction', { title: 'No answer for 4½ days at all' }, 'title has a figure of its own'],
    [
      'another percentage',
      { rationale: good.rationale.replace('52 %', '52 % or 14 %') },
      'rationale has a percentage of its own',
    ],
    ['no figure where there was one', { title: 'Ask about the booking form' }, 'title lacks a figure'],
    ['a changed figure', { rationale: good.rationale.replace('52', '58') }, 'rationale lacks a figure'],
    [
      'a link of the evidence',
      { suggested_template: `${good.suggested_template} https://evil.example/pay` },
      'suggested_template has an address',
    ],
    [
      'a bare domain',
      { suggested_template: `${good.suggested_template} Go to evil.example now.` },
      'suggested_template has an address',
    ],
    [
      'an e-mail address',
      { suggested_template: `${good.suggested_template} Write to pay@evil` },
      'suggested_template has an address',
    ],
    ['a handle', { suggested_template: `${good.suggested_template} Ask @evil` }, 'suggested_template has an address'],
    ['markup', { title: '<b>No answer for 4 days</b>' }, 'title has signs of markup'],
    ['a link in markup', { title: 'No answer for 4 days [here](x)' }, 'title has signs of markup'],
    ['a control sign', { title: 'No answer for 4 days\u0000' }, 'title has signs of markup'],
    ['a sign that turns the text around', { title: 'No answer for 4 days\u202e' }, 'title has signs of markup'],
    ['a title of two lines', { title: 'No answer\nfor 4 days' }, 'title has signs of markup'],
    ['next to nothing', { rationale: '52 % 4' }, 'rationale has 6 characters, not 20 to 700'],
    ['far too much', { title: 'No answer for 4 days '.repeat(10) }, 'title has 210 characters, not 8 to 140'],
    [
      'another language',
      { rationale: 'Клиент молчит 4 дня, вероятность 52 %.' },
      'rationale is not in the language en',
    ],
    [
      'German',
      { rationale: 'Seit 4 Tagen keine Antwort; die Gefahr liegt bei 52 % pro Woche.' },
      'rationale is not in the language en',
    ],
    [
      'nonsense',
      { why_now: 'Lorem ipsum dolor sit amet, consectetur 58 % adipiscing 2 elit.' },
      'why_now is not in the language en',
    ],
  ])('is refused with %s', (_, more, reason) => {
    expect(because(more)).toBe(reason);
  });

  it.each<[string, Partial<Wording>, string | null]>([
    ['Russian', {}, null],
    ['Russian with a client’s name in Latin letters', { title: 'Osteria: 5 дней без ответа' }, null],
    ['the days in words', { title: 'Макет без ответа уже пять дней' }, null],
    [
      'English',
      { rationale: 'No answer for 5 days, and the chance of trouble is 67 %.' },
      'rationale is not in the language ru',
    ],
    [
      'Ukrainian',
      { rationale: 'Клієнт мовчить 5 днів, ймовірність — 67 % на тиждень.' },
      'rationale is not in the language ru',
    ],
    ['another number in words', { title: 'Макет: 5 дней и восемь писем' }, 'title has a figure of its own'],
  ])('in Russian: %s', (_, more, reason) => {
    const against = { original: RUSSIAN, evidence: [], locale: 'ru' as Locale };
    expect(objection({ ...RUSSIAN, ...more }, against)).toBe(reason);
  });

  it('is never refused for saying just what the rules say, in either language', () => {
    fc.assert(
      fc.property(
        arbitraryFigures(1500),
        fc.constantFrom(...CAUSES),
        fc.constantFrom<Locale>('en', 'ru'),
        (figures, cause, locale) => {
          // What a deal is called is in its own language.
          const words = wordingOf(render(recommendationFacts(cause, { ...figures, lost_deal: null }), locale));
          expect(objection(words, { original: words, evidence: [], locale })).toBeNull();
        },
      ),
    );
  });

  it('never gets a figure past that is nowhere else, wherever it is put', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 999_999 }),
        fc.constantFrom('title', 'rationale', 'why_now', 'suggested_template' as const),
        (figure, field) => {
          expect(because({ [field]: `${good[field]} and ${figure} more` })).toBe(`${field} has a figure of its own`);
        },
      ),
    );
  });
});

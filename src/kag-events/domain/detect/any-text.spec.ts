import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expectLinear } from '../../../../test/support/growth.js';
import { detectAgreement } from './agreement.js';
import { detectApprovalRequest } from './approval-request.js';
import { detectApproval } from './approval.js';
import { isAutomatic } from './automatic.js';
import { expectsAnswer } from './expects-answer.js';
import { detectNeed } from './need.js';
import { detectScopeChange } from './scope-change.js';

const SENT = new Date('2026-03-11T15:30:00Z');
const DETECTORS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['detectApprovalRequest', detectApprovalRequest],
  ['detectApproval', detectApproval],
  // What was promised is said in the author's own letters, so only the rest is compared.
  ['detectAgreement', (text) => (({ due_at }) => due_at)(detectAgreement(text, SENT) ?? { due_at: 'none' })],
  ['detectScopeChange', detectScopeChange],
  ['detectNeed', detectNeed],
  ['isAutomatic', isAutomatic],
  ['expectsAnswer of the team', (text) => expectsAnswer(text, 'team')],
  ['expectsAnswer of the client', (text) => expectsAnswer(text, 'client')],
];

const SAMPLES = [
  'Could you please approve the homepage design?',
  "Let us know if you're happy with the wireframes",
  'Ждём вашего утверждения по концепции',
  'Шлём смету на согласование, ещё раз спасибо',
  'Утвердите смету, чтобы мы начали работу.',
  'Once you approve the draft, we will send it to print.',
  'Looks good, go ahead',
  "It's approved from our side, just fix the typo.",
  "I can't approve this version",
  'Approved, when can you start the work?',
  'Утверждаю',
  'Всё отлично, можете публиковать',
  'Ещё не утвердили, ждём директора',
  'Please rename the button "Approved"',
  'Кнопку «Утверждаю» надо переименовать',
  "We'll send the contract by Friday",
  "I'll send it on 5 January",
  'Пришлём смету до 15 марта',
  'Пришлёте смету до пятницы?',
  'Оплатим счёт до 5.2.',
  "We won't send it by Friday",
  'Через неделю подготовлю ещё один отчёт',
  'Can you also add a blog section?',
  "One more thing we'd like: a newsletter form",
  'А можно ещё добавить калькулятор?',
  'Давайте добавим ещё раздел «Отзывы»',
  'В договоре этого нет, но хотим онлайн-оплату',
  'You forgot to add the logo to the header',
  "We're planning a rebranding this autumn",
  'Do you also do SEO?',
  "We don't need SEO",
  'Нам понадобится мобильное приложение',
  'Нужен ещё подрядчик на «SEO», ищем подрядчика на рекламу',
  'Сайт не открывается',
  'Thanks for writing to us. We are away and will come back to you.',
  'Спасибо за обращение! Мы ответим вам в ближайшее время.',
  'Thanks, that is all clear.',
  'Ждём вашего решения, подскажите срок',
  'Let us know if anything is unclear',
];

const LONG = 150_000;

const HOSTILE = [
  'a',
  ' ',
  '\n',
  '.',
  '. ',
  '?!',
  '>',
  '> ',
  '"',
  '« ',
  "'",
  '-',
  '- ',
  ',',
  '1.',
  '1-',
  '1 ',
  'и ',
  'not ',
  'we will ',
  'will be ',
  'can you also ',
  'до 15 ',
  'end of ',
  'on a <b@c.d ',
  'On x\n',
  'thanks,\n',
  'regards\n',
  'from:\n',
  'буду готов ',
  'do you also help with ',
  'давайте ещё ',
  '😀',
  '\u0301',
  '\ud800',
];

const WORDS = [...new Set(SAMPLES.flatMap((text) => text.split(/(?<=\s)/)))];

describe.each(DETECTORS)('%s, whatever it is given', (_, detect) => {
  it('never throws and always says the same', () =>
    fc.assert(
      fc.property(
        fc
          .array(
            fc.oneof(
              fc.constantFrom(...WORDS),
              fc.string({ unit: 'binary', maxLength: 12 }),
              fc.constantFrom(...HOSTILE),
            ),
            {
              maxLength: 60,
            },
          )
          .map((parts) => parts.join('')),
        (text) => expect(detect(text)).toEqual(detect(text)),
      ),
      { numRuns: 300 },
    ));

  it('takes no notice of case, white space, kinds of quotes, and ё', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLES),
        fc.constantFrom<(text: string) => string>(
          (text) => text.toUpperCase(),
          (text) => text.toLowerCase(),
          (text) => text.replaceAll(' ', '  \u00a0\t'),
          (text) => `\r\n\n  ${text}  \r\n`,
          (text) => text.replaceAll("'", '’'),
          (text) => text.replaceAll('’', "'"),
          (text) => text.replace(/["«»]/g, '"'),
          (text) => text.replace(/["«]/g, '“').replaceAll('»', '”'),
          (text) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е'),
          (text) => text.normalize('NFD'),
        ),
        (text, change) => expect(detect(change(text))).toEqual(detect(text)),
      ),
      { numRuns: 500 },
    ));

  it('hears only what the author wrote himself', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), (text) => {
        expect(detect(`> ${text}`)).toEqual(detect(''));
        expect(detect(`Hello\n\nOn Tue, 3 Mar 2026 at 10:00, Anna <anna@example.org> wrote:\n${text}`)).toEqual(
          detect(''),
        );
        expect(detect(`Hello\n-- \n${text}`)).toEqual(detect(''));
      }),
    ));

  it.each(HOSTILE)('is quick with 150,000 characters of %j', (part) =>
    expectLinear(LONG / part.length, (times) => detect(part.repeat(Math.ceil(times)))),
  );

  it('is quick with all samples at once', () => {
    const text = SAMPLES.join('. ').repeat(100);
    expectLinear(LONG, (length) => detect(text.slice(0, length)));
  });
});

import { describe, expect, it } from '@jest/globals';
import { expectLinear } from '../../../../test/support/growth.js';
import { tellsOfBudget } from './budget-words.js';
import { invoiceNews } from './invoice-words.js';
import { stageStatus } from './stage-words.js';

describe('stageStatus', () => {
  it.each([
    ['Won 🎉', 'won'],
    ['Closed won', 'won'],
    ['Выиграна', 'won'],
    ['Успешно реализовано', 'won'],
    ['Lost', 'lost'],
    ['Closed – lost', 'lost'],
    ['Not won', 'lost'],
    ['Проиграна', 'lost'],
    ['Отказ клиента', 'lost'],
    ['Закрыто и не реализовано', 'lost'],
    ['In Progress', 'open'],
    ['Wondering', 'open'],
    ['Переговоры', 'open'],
    ['', 'open'],
    [null, 'open'],
  ] as const)('%j is %s', (title, status) => expect(stageStatus(title)).toBe(status));
});

describe('invoiceNews', () => {
  it.each([
    ['Invoice sent', ['invoice_sent']],
    ['Ada signed. Invoice 2026-0412 sent, due in 14 days.', ['invoice_sent']],
    ['Contract is back. Sent invoice 12 for the first half.', ['invoice_sent']],
    ['Invoice #77 has been issued', ['invoice_sent']],
    ['Счёт 2026-0412 выставлен, срок 10 дней.', ['invoice_sent']],
    ['Счет № 14 отправлен', ['invoice_sent']],
    ['Выставили счёт за первый этап', ['invoice_sent']],
    ['Invoice paid', ['invoice_paid']],
    ['Invoice 2026-0412 paid in full by Ada. Thank-you note sent.', ['invoice_paid']],
    ['Payment for invoice 12 received', ['invoice_paid']],
    ['Счёт 2026-0412 оплачен, Анна прислала платёжное поручение.', ['invoice_paid']],
    ['Клиент оплатил счёт', ['invoice_paid']],
    ['Оплата по счёту 12 поступила', ['invoice_paid']],
    ['Invoice 3 sent. Invoice 2 paid.', ['invoice_sent', 'invoice_paid']],
    ['Check the open invoice of the shop', []],
    ['Send the invoice', []],
    ['Invoice not sent yet', []],
    ['Start when the invoice is paid', []],
    ['Is the invoice paid?', []],
    ['We have not sent the invoice', []],
    ['Sent invoice reminder to Ada', []],
    ['Invoice unpaid', []],
    ['Проверить оплату по счёту', []],
    ['Счёт не оплачен', []],
    ['Начнём, как только счёт оплачен', []],
    ['Счёт оплачен?', []],
    ['Proposal sent', []],
  ])('%j', (text, news) => expect([...invoiceNews(text)].sort()).toEqual([...news].sort()));

  it('reads title and body, takes nothing for an answer, and is quick with anything', () => {
    expect([...invoiceNews('Signed', 'Invoice 7 sent')]).toEqual(['invoice_sent']);
    expect([...invoiceNews(null, null)]).toEqual([]);
    for (const part of ['invoice ', 'invoice 1', 'счёт 1', '1', 'payment for '])
      expectLinear(100_000, (size) => invoiceNews(part.repeat(size), ' '.repeat(size)));
  });
});

describe('tellsOfBudget', () => {
  it.each([
    ['The budget is half spent', true],
    ['Costs grow week by week', true],
    ['An overrun of ten days', true],
    ['Nothing is left of our margin', true],
    ['Charts are read by hand. The plan is used up, the end is three weeks away.', true],
    ['The estimate is almost spent', true],
    ['Hours are past the plan', true],
    ['Is the budget enough?', true],
    ['Бюджет исчерпан', true],
    ['Сверили со сметой', true],
    ['Сметная стоимость выросла', true],
    ['Перерасход на тестах', true],
    ['Расходы на лицензии растут', true],
    ['От маржи ничего не осталось', true],
    ['Шесть касс вместо одной. План израсходован, остались два сервиса.', true],
    ['Часы идут сверх плана', true],
    ['Kick-off went well, lunch with Claire', false],
    ['The plan for the launch is agreed', false],
    ['Costa Coffee, table for four', false],
    ['Take the marginal notes over', false],
    ['Invoice 7 sent', false],
    ['План запуска согласован', false],
    ['Сметана к борщу', false],
    ['Команда расходится по домам', false],
    ['Маржинальность упала', true],
    ['', false],
    [null, false],
  ])('%j: %s', (text, tells) => expect(tellsOfBudget(null, text)).toBe(tells));

  it('reads the title too, and is quick with anything', () => {
    expect(tellsOfBudget('Budget', null)).toBe(true);
    for (const part of ['over', 'plan is ', 'план ', ' ', 'бюджет'])
      expectLinear(100_000, (size) => tellsOfBudget(part.repeat(size), null));
  });
});

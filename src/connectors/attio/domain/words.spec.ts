import { describe, expect, it } from '@jest/globals';
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
    const began = Date.now();
    for (const part of ['invoice ', 'invoice 1', 'счёт 1', '1', 'payment for '])
      invoiceNews(part.repeat(100_000), ' '.repeat(100_000));
    expect(Date.now() - began).toBeLessThan(500);
  });
});

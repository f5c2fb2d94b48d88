import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownWords } from './own-words.js';

describe('ownWords', () => {
  it.each([
    ['a plain message', 'Hello\nworld', 'Hello\nworld'],
    ['quoted lines', '> old\n>> older\nnew', 'new'],
    ['an attribution and what follows', 'Yes.\n\nOn Tue, 3 Mar 2026, Anna <a@example.org> wrote:\nold', 'Yes.'],
    ['an attribution over two lines', 'Yes.\nOn Tue, 3 Mar 2026 at 10:00,\nAnna <a@example.org> wrote:\n> old', 'Yes.'],
    ['an answer below the quote', 'On Tue Anna wrote:\n> old\n> old\n\nnew', 'new'],
    ['a Russian attribution', 'Да\n\n3 марта 2026 г., в 10:00, Анна <a@example.org> написал(а):\nстарое', 'Да'],
    ['a Russian mailer', 'Да\n\nвт, 3 мар. 2026 г. в 10:00, Анна <a@example.org>:\n> старое', 'Да'],
    ['a forwarding header', 'See below\n\nFrom: Anna\nSent: Monday\nTo: Ben\n\nold', 'See below'],
    ['a Russian header', 'Ниже\n\nОт: Анна\nДата: 3 марта\nКому: Борис\n\nстарое', 'Ниже'],
    ['an original message', 'Fine\n-----Original Message-----\nold', 'Fine'],
    ['a signature behind dashes', 'Fine\n-- \nBen Smith\nDirector', 'Fine'],
    ['a closing', 'Fine\n\nBest regards,\nBen Smith\nDirector, Acme', 'Fine'],
    ['a Russian closing', 'Хорошо\n\nС уважением,\nБорис', 'Хорошо'],
    ['thanks above a name', 'Please check\nThanks,\nBen', 'Please check'],
    ['thanks above a full name', 'Please check\nThanks!\nBen J. Smith\nAcme', 'Please check'],
    ['Russian thanks above a name', 'Проверьте, пожалуйста\nСпасибо,\nАнна Петрова-Ким', 'Проверьте, пожалуйста'],
    ['code between fences', 'Look:\n```ts\napprove(order);\n```\nWhy?', 'Look:\nWhy?'],
    ['a fence that is never closed', 'Look:\n```\napprove(order);', 'Look:\napprove(order);'],
    ['a telephone', 'Fine\nSent from my iPhone', 'Fine'],
    ['a Russian telephone', 'Хорошо\nОтправлено с iPhone', 'Хорошо'],
  ])('leaves out %s', (_, text, own) => expect(ownWords(text)).toBe(own));

  it.each([
    ['thanks above more words', 'Thanks,\nthis is what we wanted to see on the first page'],
    [
      'a heading that begins like a closing',
      'With regards to the design we have one more question for your whole team',
    ],
    ['a line that begins with on', 'On Monday we launch'],
    ['a word that ends like an attribution', 'He wrote: no'],
    ['a lone From', 'From: the whole team\nthank you'],
    ['what thanks go before', 'Hi Anna,\nThanks!\nPlease go ahead.'],
    ['one word behind thanks', 'Hi Anna,\nThanks!\nApproved'],
    ['a question behind thanks', 'Hello,\nThank you.\nWhen is it ready?'],
    ['a question behind thanks and a name', 'Hello,\nThanks, \nBen\nWhen is it ready?'],
    ['what Russian thanks go before', 'Добрый день!\nСпасибо!\nВсё согласовано, запускайте.'],
    ['a short order behind Russian thanks', 'Добрый день!\nСпасибо,\nзапускайте'],
  ])('keeps %s', (_, text) => expect(ownWords(text)).toBe(text));

  it('keeps 10,000 characters at most, of the first 40,000', () => {
    expect(ownWords('word '.repeat(40_000)).length).toBeLessThanOrEqual(10_000);
    expect(ownWords(`${'> quote\n'.repeat(5_000)}own`)).toBe('');
    expect(ownWords(`${'> quote\n'.repeat(4_000)}own`)).toBe('own');
  });

  it('adds nothing to what was written', () => {
    const line = fc.constantFrom(
      '> a',
      'On b wrote:',
      'From: c',
      'To: d',
      '--',
      'Thanks,',
      'Best regards',
      'e',
      'f g',
      '',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        for (const own of ownWords(lines.join('\n')).split('\n')) expect(['', ...lines]).toContain(own);
      }),
    );
  });
});

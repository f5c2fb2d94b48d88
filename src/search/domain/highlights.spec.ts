import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { highlightsOf } from './highlights.js';

const marked = (text: string, query: string) =>
  highlightsOf(text, query).map(({ start, end }) => text.slice(start, end));

describe('highlights', () => {
  it.each([
    ['The invoices are paid on Friday.', 'when is the invoice paid', ['invoices', 'paid']],
    ['Счета ждут оплаты до пятницы, счёт за май тоже.', 'оплата счёта', ['Счета', 'оплаты', 'счёт']],
    ['See WEB-12 and web-120.', 'what about web-12', ['WEB-12', 'web']],
    ['Write to noor@example.org.', 'noor@example.org', ['noor@example.org']],
    ['Nothing of it is here.', 'the of is', []],
    ['Nothing is here.', '', []],
    ['<b>bold</b> &amp; "quoted"', 'bold', ['bold']],
  ])('of %j for %j', (text, query, expected) => expect(marked(text, query)).toEqual(expected));

  it('count in UTF-16 units, beyond the first plane too', () => {
    expect(highlightsOf('🚀🚀 launch', 'launch')).toEqual([{ start: 5, end: 11 }]);
  });

  it('lie within the text, in order, and never overlap', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        let before = -1;
        for (const { start, end } of highlightsOf(`${text} ${query} ${text}`, query)) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(2 * text.length + query.length + 2);
      }),
    ));
});

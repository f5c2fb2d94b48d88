import { expectLinear } from '../../../test/support/growth.js';
import { exactTerms } from './exact-terms.js';

describe('exactTerms', () => {
  it.each([
    ['see ENG-12, please', ['ENG-12']],
    ['(eng-12)/ENG-12', ['ENG-12']],
    ['see Acme/site-2#12, please', ['acme/site-2#12']],
    ['https://linear.app/acme/issue/ENG-12/fix-login', ['ENG-12']],
    ['invoice #10482.', ['10482']],
    ['room 101 on 12.05.', []],
    ['Write to Anna.K+bills@Acme.co.uk.', ['anna.k+bills@acme.co.uk']],
    ['счёт 48213 и ENG-7', ['48213', 'ENG-7']],
    ['a@b, @b.c, a@, a@b@c.d', []],
    ['+7-999-123-4567', ['tel:991234567']],
    ['well-known long-term', []],
    ['', []],
  ])('%s', (text, terms) => expect(exactTerms(text)).toEqual(terms));

  it('finds nothing in a word of thousands of letters, and goes on behind it', () =>
    expect(exactTerms(`${'a-'.repeat(600)}12345 ENG-12`)).toEqual(['ENG-12']));

  it('takes time in proportion to the text, however it is made', () => {
    for (const part of ['a', '@', 'a@', '.', '1-', 'a.'])
      expectLinear(200_000, (size) => exactTerms(part.repeat(size)));
  });
});

import fc from 'fast-check';
import { normaliseText } from './normalise-text.js';

describe('normaliseText', () => {
  it.each([
    ['composes letters', 'Cafe\u0301', 'Café'],
    ['joins blanks', ' a \t\u00a0 b ', 'a b'],
    ['keeps one line feed', 'a \r\n\r\n  b', 'a\nb'],
    ['drops what PostgreSQL refuses', 'a\0b\u0007c', 'a b c'],
    ['drops marks of direction and idle joiners', 'ware\u061chou\u034fse wid\u200cget', 'warehouse widget'],
    ['keeps joiners that show', 'می\u200cخواهم', 'می\u200cخواهم'],
    ['mends broken surrogates', 'a\ud800b', 'a\ufffdb'],
  ])('%s', (_, text, normal) => expect(normaliseText(text)).toBe(normal));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text)),
      ),
    );
  });
});

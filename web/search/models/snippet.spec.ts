import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_CHARACTERS, snippetOf } from './snippet.js';

const said = (pieces: { text: string; marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('a snippet', () => {
  it('marks the words of the query', () => {
    const text = 'The invoice is paid.';
    expect(
      said(
        snippetOf(text, [
          { start: 4, end: 11 },
          { start: 15, end: 19 },
        ]),
      ),
    ).toBe('The [invoice] is [paid].');
    expect(said(snippetOf(text, []))).toBe(text);
  });

  it('of a long text begins with a word shortly before the first mark, and says what is left out', () => {
    const text = `${'word '.repeat(300)}invoice ${'word '.repeat(300)}`;
    const shown = said(snippetOf(text, [{ start: 1500, end: 1507 }]));
    expect(shown).toMatch(/^… (word )+\[invoice\] (word )+ ?…$/);
    expect(shown.length).toBeLessThan(MAX_CHARACTERS + 10);
  });

  it('is a part of the text, whatever the text is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 1500 }), fc.nat(), fc.nat(20), (text, at, length) => {
        const start = text.length === 0 ? 0 : at % text.length;
        const pieces = snippetOf(text, [{ start, end: Math.min(text.length, start + length) }]);
        const shown = pieces.map((piece) => piece.text).join('');
        expect(text).toContain(shown.replace(/^… /, '').replace(/ …$/, ''));
      }),
    ));
});

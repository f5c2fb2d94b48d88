import fc from 'fast-check';
import { expectLinear } from '../../../test/support/growth.js';
import { chunkText } from './chunk.js';
import { normaliseText } from './normalise-text.js';

const limits = { size: 100, least: 5 };

describe('chunkText', () => {
  it.each([
    ['an empty text', '', []],
    ['a short text', 'abcd', []],
    ['fewer characters than units', '😀😀😀', []],
    ['a text that fits', 'Hello there.', ['Hello there.']],
  ])('%s', (_, text, chunks) => expect(chunkText(text, limits)).toEqual(chunks));

  it('ends a chunk at the end of a sentence and says the last words again in the next', () => {
    const first = 'The invoice was sent on Monday to your accountant and he confirmed it by mail. Ok so.';
    const second = 'Payment is expected by the end of the week at the latest.';
    expect(chunkText(`${first} ${second}`, limits)).toEqual([first, `Ok so. ${second}`]);
  });

  it('cuts between words where no sentence ends', () => {
    const words = 'word '.repeat(60).trim();
    for (const chunk of chunkText(words, limits)) expect(chunk).toMatch(/^word( word)*$/);
  });

  it('keeps a word of half a chunk whole, wherever it begins', () => {
    for (let before = 0; before < 200; before++) {
      const [word] = chunkText(`${'a'.repeat(before)} ${'b'.repeat(50)}`, limits)
        .at(-1)!
        .match(/b+/)!;
      expect(word).toHaveLength(50);
    }
  });

  it('never parts a character', () => {
    for (const chunk of chunkText('😀'.repeat(301), limits)) expect(chunk.isWellFormed()).toBe(true);
  });

  const texts = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom('. ', '\n', '! ', '。', '｡」', 'слово ', 'a'.repeat(150)),
      ),
      {
        maxLength: 200,
      },
    )
    .map((parts) => normaliseText(parts.join(' ')));

  // A chunk may end after the full stop of an unspaced script, where no closing mark follows it.
  const wordsOf = (text: string) => text.split(/[ \n]|(?<=[。！？｡])(?!["'”’»)\]』」）])/);

  it('holds for any text: bounded, deterministic, in order, whole words kept, little said twice', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 300 }), (text, size) => {
        const chunks = chunkText(text, { size, least: 1 });
        expect(chunkText(text, { size, least: 1 })).toEqual(chunks);
        for (const chunk of chunks) {
          expect(chunk.length).toBeLessThanOrEqual(size);
          expect(chunk.isWellFormed()).toBe(true);
          expect(text).toContain(chunk);
        }
        const words = wordsOf(text).filter((word) => word !== '' && word.length <= size / 2);
        const said = new Set(chunks.flatMap(wordsOf));
        for (const word of words) expect(said.has(word)).toBe(true);
        const sum = chunks.reduce((total, chunk) => total + chunk.length, 0);
        expect(sum).toBeLessThanOrEqual(text.length + chunks.length * Math.floor(size * 0.1));
      }),
      { numRuns: 300, examples: [['! 𐀀 !𐀀! 𐀀𐀀𐀀｡𐀀 .', 20]] },
    );
  });

  it('takes time in proportion to the text, however it is made', () => {
    for (const part of ['a', '. ', 'a.'])
      expectLinear(1_000_000, (size) => chunkText(normaliseText(part.repeat(size)), { size: 1000, least: 30 }));
  });
});

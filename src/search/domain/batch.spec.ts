import fc from 'fast-check';
import { batchTexts } from './batch.js';
import { estimateTokens, truncateToTokens } from './tokens.js';

const texts = fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 60 });

describe('batchTexts', () => {
  it('keeps order and both limits, and leaves no text out', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 200 }), (given, count, tokens) => {
        const batches = batchTexts(given, { count, tokens });
        expect(batches.flat()).toEqual(given.map((_, at) => at));
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(count);
          const sum = batch.reduce((total, at) => total + estimateTokens(given[at] ?? ''), 0);
          expect(batch.length === 1 || sum <= tokens).toBe(true);
        }
      }),
    );
  });
});

describe('tokens', () => {
  it('truncates to the limit without parting characters, and leaves short texts alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const cut = truncateToTokens(text, limit);
        expect(estimateTokens(cut)).toBeLessThanOrEqual(limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
        if (estimateTokens(text) <= limit) expect(cut).toBe(text);
      }),
    );
  });
});

import fc from 'fast-check';
import { hashFeatures } from './feature-hashing.js';

const DIM = 1536;
const cosine = (a: string, b: string) => {
  const [x, y] = [hashFeatures(a, DIM), hashFeatures(b, DIM)];
  return x.reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
};

describe('hashFeatures', () => {
  it('gives vectors of length 1 for any text, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 8, max: 512 }), (text, dim) => {
        const vector = hashFeatures(text, dim);
        expect(vector).toHaveLength(dim);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
        expect(hashFeatures(text, dim)).toEqual(vector);
      }),
    );
  });

  it.each([
    ['The client was refunded yesterday', 'refund for the client', 'The weather is fine today'],
    ['Счёт оплачен вчера', 'оплата счета', 'Погода сегодня хорошая'],
    ['invoice payment is late', 'INVOICE Payment', 'deploy of the new landing page'],
    ['where is the report', 'report', 'where is the'],
  ])('finds %j nearer to %j than to %j', (text, near, far) =>
    expect(cosine(text, near)).toBeGreaterThan(cosine(text, far)),
  );
});

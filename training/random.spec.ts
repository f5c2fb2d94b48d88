import { randomFrom } from './random.js';

const firstOf = (seed: number): number[] => {
  const random = randomFrom(seed);
  return [random(), random(), random()];
};

describe('randomFrom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(firstOf(7)).toEqual(firstOf(7));
    expect(firstOf(7)).not.toEqual(firstOf(8));
  });

  it('stays from 0 to below 1', () => {
    const random = randomFrom(0);
    const numbers = Array.from({ length: 1_000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });
});

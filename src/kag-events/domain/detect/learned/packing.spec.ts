import { packed, unpacked } from './packing.js';

describe('packed weights', () => {
  it('come back as they were, however far apart their slots are', () => {
    const weights: [number, number][] = [
      [0, 3],
      [1, -128],
      [127, 127],
      [128, -1],
      [40_000, 9],
      [131_071, -77],
    ];
    expect(unpacked(packed(weights))).toEqual(weights);
  });

  it('are nothing where there are none', () => {
    expect(unpacked(packed([]))).toEqual([]);
  });
});

import { packed, unpack } from './packing.js';

function unpacked(text: string): [number, number][] {
  const weights: [number, number][] = [];
  unpack(text, (slot, steps) => weights.push([slot, steps]));
  return weights;
}

describe('packed weights', () => {
  it('come back as they were, however far apart their slots are', () => {
    const weights: [number, number][] = [
      [0, 3],
      [1, -128],
      [127, 127],
      [128, -1],
      [40_000, 9],
      [262_143, -77],
    ];
    expect(unpacked(packed(weights))).toEqual(weights);
  });

  it('are nothing where there are none', () => {
    expect(unpacked(packed([]))).toEqual([]);
  });
});

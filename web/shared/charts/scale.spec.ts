import { describe, expect, it } from '@jest/globals';
import { nearestKnown, nextKnown, planeOf } from './scale.js';

describe('a plane', () => {
  it('has the values from left to right, and the highest on top', () => {
    const { lines, low, high } = planeOf([0, 50, 100], [0, 100]);
    expect([lines, low, high]).toEqual([['0,100 50,50 100,0'], 0, 100]);
  });

  it('has a line for each stretch of what is known', () =>
    expect(planeOf([1, null, 3, 3], [0, 4]).lines).toEqual(['0,75', '66.67,25 100,25']));

  it('has room for its bounds, and for a level line', () => {
    expect(planeOf([2, 2], [5]).high).toBe(5);
    expect(planeOf([2, 2], []).high).toBe(3);
    expect(planeOf([4], []).lines).toEqual(['50,100']);
  });
});

describe('a place on a line', () => {
  it('is the nearest that is known', () => {
    expect(nearestKnown([null, 1, null, null, 2], 0)).toBe(1);
    expect(nearestKnown([null, 1, null, null, 2], 3)).toBe(4);
    expect(nearestKnown([null], 0)).toBeNull();
  });

  it('moves over what is not known, and stays at the ends', () => {
    expect(nextKnown([1, null, 2], 0, 1)).toBe(2);
    expect(nextKnown([1, null, 2], 2, 1)).toBe(2);
    expect(nextKnown([null, 2], 1, -1)).toBe(1);
  });
});

import { SignsOfLife } from './signs-of-life.js';

const looks = (patience: number, signs: string) => {
  const life = new SignsOfLife(patience);
  return [...signs].map((sign) => life.seen(sign));
};

describe('signs of life', () => {
  it('are there as long as the sign changes now and then, however long that takes', () => {
    expect(looks(3, 'aabbccddeeff').every(Boolean)).toBe(true);
  });

  it('are over when the sign stays the same for too many looks', () => {
    expect(looks(3, 'abbbb')).toEqual([true, true, true, true, false]);
  });

  it('are back with the next change', () => {
    expect(looks(2, 'aaabb')).toEqual([true, true, false, true, true]);
  });
});

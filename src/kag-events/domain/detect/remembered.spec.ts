import { remembered } from './remembered.js';

describe('remembered', () => {
  it('answers a word once, and again after many others', () => {
    const asked: string[] = [];
    const length = remembered((word) => {
      asked.push(word);
      return word.length;
    });
    expect([length('two'), length('three'), length('two')]).toEqual([3, 5, 3]);
    expect(asked).toEqual(['two', 'three']);
    for (let at = 0; at < 20_000; at++) length(`word ${at}`);
    expect(length('two')).toBe(3);
    expect(asked.filter((word) => word === 'two')).toHaveLength(2);
  });
});

import { randomFrom } from './random.js';
import { mistyped } from './typos.js';

describe('mistyped', () => {
  it('changes some words by one letter, the same ones for the same seed', () => {
    const text = 'Please approve the estimate before Monday';
    const typed = mistyped(text, randomFrom(3));
    expect(typed).toBe(mistyped(text, randomFrom(3)));
    expect(typed).not.toBe(text.toLowerCase());
    expect(typed.split(' ')).toHaveLength(text.split(' ').length);
  });

  it('leaves numbers as they are', () => {
    expect(mistyped('2026-03-04 10:00', randomFrom(3))).toBe('2026-03-04 10:00');
  });
});

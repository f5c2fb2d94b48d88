import { moodOf } from './mood.js';

describe('moodOf', () => {
  it('weighs words, denials and boosters of both languages', () => {
    expect(moodOf('The page is great')).toBeGreaterThan(0.3);
    expect(moodOf('The page is not great')).toBeLessThan(0);
    expect(moodOf('Очень красиво')).toBeGreaterThan(moodOf('Красиво'));
    expect(moodOf('👎')).toBeLessThan(0);
  });

  it('knows no word by what objects inherit', () => {
    expect(moodOf('The constructor is great')).toBe(moodOf('The builder is great'));
  });
});

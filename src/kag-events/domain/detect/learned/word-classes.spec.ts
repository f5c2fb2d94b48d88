import { classesOf } from './word-classes.js';

describe('classesOf', () => {
  it.each([
    ['approved', 'approve'],
    ['утверждаем', 'approve'],
    ['банка', 'outsider'],
    ['calendar', 'talk'],
    ['послезавтра', 'day'],
  ])('knows what %s is about', (word, name) => {
    expect(classesOf(word)).toContain(name);
  });

  it('knows nothing of a word that it has not', () => {
    expect(classesOf('zzzz')).toEqual([]);
  });
});

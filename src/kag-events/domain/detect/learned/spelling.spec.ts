import { spelled } from './spelling.js';

describe('spelled', () => {
  it.each([
    ['tomorow', 'tomorrow'],
    ['fridya', 'friday'],
    ['понедельнк', 'понедельник'],
    ['утвердте', 'утвердите'],
  ])('corrects one letter: %s', (typed, meant) => {
    expect(spelled(typed)).toBe(meant);
  });

  it.each(['friday', 'abc', 'x2y', 'zzzzzzzz', ''])(
    'leaves what it knows, and what it knows nothing like: "%s"',
    (word) => {
      expect(spelled(word)).toBe(word);
    },
  );
});

import fc from 'fast-check';
import { stem } from './stem.js';

describe('stem', () => {
  it.each([
    ['restaurant', 'restaurants'],
    ['reserve', 'reserved', 'reserving', 'reserves'],
    ['city', 'cities'],
    ['plan', 'planned', 'planning', 'plans'],
    ['dish', 'dishes'],
    ['pay', 'paying', 'pays'],
    ['счет', 'счёт', 'счета', 'счетом', 'счетами'],
    ['встреча', 'встречи', 'встречу', 'встречей'],
    ['договор', 'договора', 'договоров', 'договорами'],
  ])('%s and its forms are one', (...forms) => expect(new Set(forms.map(stem)).size).toBe(1));

  it.each(['sing', 'need', 'bus', 'glass', 'red', 'it', 'v2', 'ид', 'é', '日本'])('leaves %s', (word) =>
    expect(stem(word)).toBe(word),
  );

  it('never leaves nothing', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: fc.constantFrom(...'abdegins', ...'авеийлмст', '1') }), (word) => {
        expect(stem(word)).not.toBe('');
        expect(word.startsWith(stem(word).slice(0, 2))).toBe(true);
      }),
    );
  });
});

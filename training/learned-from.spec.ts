import { VOCABULARY } from '../src/kag-events/domain/detect/learned/vocabulary.js';
import { LEARNED_FROM } from '../src/kag-events/domain/detect/learned/weights.js';
import { vocabularyOf } from './examples.js';
import { learnedFrom } from './learned-from.js';
import { labelledSentences } from './sentences.js';

// Sentences, rules and features that have changed since take effect once `npm run train` has written the weights anew.
describe('the weights', () => {
  const own = labelledSentences().filter(({ held }) => !held);

  it('know the words of the sentences', () => {
    expect(VOCABULARY.split(' ')).toEqual(vocabularyOf(own));
  });

  it('are learned from the sentences and the rules of now', () => {
    expect(LEARNED_FROM).toBe(learnedFrom(own));
  });

  it('are of other sentences where one of them, or what is right of it, is another', () => {
    const few = own.slice(0, 20);
    const [first, ...rest] = few;
    const names = [few, rest, [{ ...first!, text: 'Another.' }, ...rest], [{ ...first!, right: {} }, ...rest]];
    expect(new Set(names.map(learnedFrom)).size).toBe(names.length);
  });
});

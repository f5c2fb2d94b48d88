import { sentencesOf, type Sentence } from '../sentences.js';
import { Features, SIZE } from './features.js';
import { Slots } from './slots.js';

const features = new Features();

const sentenceOf = (text: string): Sentence => sentencesOf(text)[0] as Sentence;
const sharedBy = (one: string, other: string): number => {
  const known = new Set(features.of(sentenceOf(one), []));
  const others = features.of(sentenceOf(other), []);
  return others.filter((feature) => known.has(feature)).length / others.length;
};

describe('the features of a sentence', () => {
  it('come once each', () => {
    const found = features.of(sentenceOf('Please please approve the layout.'), []);
    expect(new Set(found).size).toBe(found.length);
  });

  it('are mostly the same for a word with a typing error in it', () => {
    const typed = sharedBy('Please approve the estimate', 'Plese aprove the estimat');
    expect(typed).toBeGreaterThan(sharedBy('Please approve the estimate', 'The meeting is on Thursday'));
    expect(typed).toBeGreaterThan(0.5);
  });

  it('tell a question from what is said', () => {
    expect(sharedBy('We launch tomorrow.', 'We launch tomorrow?')).toBeLessThan(1);
  });

  it('hold the facts that are handed in', () => {
    const sentence = sentenceOf('We launch tomorrow.');
    const without = new Set(features.of(sentence, []));
    expect(features.of(sentence, ['promises']).some((feature) => !without.has(feature))).toBe(true);
  });

  it('are only those of slots that say anything, where these are told', () => {
    const sentence = sentenceOf('We launch the shop tomorrow, and then the shop is yours.');
    const all = features.of(sentence, ['promises']);
    const weighed = new Slots(SIZE);
    for (const feature of all.filter((_, at) => at % 3 === 0)) weighed.add(feature & (SIZE - 1));
    expect(new Set(new Features(weighed).of(sentence, ['promises']))).toEqual(
      new Set(all.filter((feature) => weighed.has(feature & (SIZE - 1)))),
    );
  });
});

import { sentencesOf, type Sentence } from '../sentences.js';
import { featuresOf } from './features.js';

const sentenceOf = (text: string): Sentence => sentencesOf(text)[0] as Sentence;
const sharedBy = (one: string, other: string): number => {
  const known = new Set(featuresOf(sentenceOf(one), []));
  const others = featuresOf(sentenceOf(other), []);
  return others.filter((feature) => known.has(feature)).length / others.length;
};

describe('featuresOf', () => {
  it('tells a sentence without repeating itself', () => {
    const features = featuresOf(sentenceOf('Please please approve the layout.'), []);
    expect(new Set(features).size).toBe(features.length);
  });

  it('is the same for a word with a typing error in it, mostly', () => {
    const typed = sharedBy('Please approve the estimate', 'Plese aprove the estimat');
    expect(typed).toBeGreaterThan(sharedBy('Please approve the estimate', 'The meeting is on Thursday'));
    expect(typed).toBeGreaterThan(0.5);
  });

  it('tells a question from what is said', () => {
    expect(sharedBy('We launch tomorrow.', 'We launch tomorrow?')).toBeLessThan(1);
  });

  it('holds the facts that it is given', () => {
    const sentence = sentenceOf('We launch tomorrow.');
    const without = new Set(featuresOf(sentence, []));
    expect(featuresOf(sentence, ['promises']).some((feature) => !without.has(feature))).toBe(true);
  });
});

import { sentencesOf, type Sentence } from '../sentences.js';
import { factsAround, factsOf } from './facts.js';

const factsIn = (text: string): string[] => factsOf(sentencesOf(text)[0] as Sentence, 0);

describe('factsOf', () => {
  it.each([
    ['Please approve the estimate.', 'asks approval'],
    ['Approved, go ahead.', 'approves'],
    ['We will send the plan on Friday.', 'promises a day'],
    ['We will send the plan on Friday.', 'day'],
    ['Could you also add a blog section?', 'more'],
    ['Do you also do SEO?', 'need'],
    ['If you pay today, we start.', 'bound'],
    ['Great!', 'calls'],
    ['The button "Send" is red.', 'quotes'],
  ])('%s → %s', (text, fact) => {
    expect(factsIn(text)).toContain(fact);
  });

  it('rounds the mood that it is given', () => {
    expect(factsOf(sentencesOf('The page is great.')[0] as Sentence, 0.655)).toContain('mood 2');
  });
});

describe('factsAround', () => {
  const around = (text: string, at: number) => {
    const sentences = sentencesOf(text);
    return factsAround(
      sentences.map((one) => factsOf(one, 0)),
      sentences,
      at,
    );
  };

  it('has nothing to tell of a sentence by itself', () => {
    expect(around('We start tomorrow.', 0)).toEqual([]);
  });

  it('tells of the first that another asks, and of the other that it comes behind', () => {
    expect(around('The plan is here. Is it complete?', 0)).toEqual(['others', 'others ask', 'others reserve', 'first']);
    expect(around('The plan is here. Is it complete?', 1)).toEqual(['others']);
  });
});

import { exampleOf, examplesOf, vocabularyOf } from './examples.js';
import type { Labelled } from './sentences.js';

const one = (text: string, over: Partial<Labelled> = {}): Labelled => ({
  text,
  about: 'need',
  language: 'en',
  side: 'client',
  manner: 'plain',
  right: { need: true },
  held: false,
  framed: false,
  line: 1,
  ...over,
});

describe('examplesOf', () => {
  it('has each sentence as it is, and mistyped for less', () => {
    const [plain, typed] = examplesOf([one('We are looking for a photographer.')]);
    expect(plain).toEqual(exampleOf(one('We are looking for a photographer.')));
    expect(typed?.weight).toBeLessThan(plain?.weight ?? 0);
    expect(typed?.right).toEqual({ need: true });
  });

  it('counts what the rules are sure of more, and what a frame made less', () => {
    const weightOf = (over: Partial<Labelled>) => examplesOf([one('We need a new website.', over)])[0]?.weight ?? 0;
    expect(weightOf({ about: 'sure' })).toBeGreaterThan(weightOf({}));
    expect(weightOf({ framed: true })).toBeLessThan(weightOf({}));
  });

  it('makes the same errors of a sentence, also where others stand before it', () => {
    const last = one('We are looking for a photographer.', { line: 5 });
    expect(examplesOf([one('Something else here.'), last]).slice(-2)).toEqual(examplesOf([last]));
  });
});

describe('vocabularyOf', () => {
  it('knows the longer words that came in four sentences, and none that were mistyped', () => {
    const words = vocabularyOf([
      one('Our designer left, a designer!'),
      one('The designer is here.'),
      one('Where is the designer?'),
      one('Ask a designer and a printer, a printer.'),
      one('The printer and the printer.'),
      ...['A photgrapher', 'Their photgrapher', 'My photgrapher', 'No photgrapher'].map((text) =>
        one(text, { manner: 'typo' }),
      ),
    ]);
    expect(words).toEqual(['designer']);
  });
});

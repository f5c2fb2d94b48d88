import { Lexicon } from './lexicon.js';

const lexicon = new Lexicon({ web: 'site sites homepage*', go: 'go launch*', press: 'launchpad print*' }, 2);

describe('a lexicon', () => {
  it.each([
    ['site', ['web']],
    ['homepages', ['web']],
    ['launchpad', ['press', 'go']],
    ['sitemap', []],
    ['', []],
  ])('knows what stands for %s', (word, names) => {
    expect(lexicon.namesOf(word)).toEqual(names);
  });

  it('may be empty', () => {
    expect(new Lexicon({}, 2).namesOf('site')).toEqual([]);
  });
});

import { filled, isFrame } from './frames.js';

const SLOTS = new Map([
  ['en work', [['the plan'], ['the logo']]],
  ['ru work', [['смета', 'сметы', 'смете', 'смету', 'сметой']]],
]);

describe('filled', () => {
  it('makes the same sentences every time, none of them twice', () => {
    const made = filled('{work} is approved.', 'en', 9, SLOTS);
    expect([...made].sort()).toEqual(['The logo is approved.', 'The plan is approved.']);
    expect(filled('{work} is approved.', 'en', 9, SLOTS)).toEqual(made);
  });

  it('puts Russian words into the case that the slot asks for', () => {
    expect(filled('Утвердите {work:v} и пришлите скан {work:r}.', 'ru', 1, SLOTS)).toEqual([
      'Утвердите смету и пришлите скан сметы.',
    ]);
  });

  it('tells of a slot that there is not', () => {
    expect(() => filled('{nothing}', 'en', 1, SLOTS)).toThrow('nothing');
  });
});

describe('isFrame', () => {
  it.each([
    ['Please approve {work}.', true],
    ['Please approve the plan.', false],
  ])('%s', (text, is) => {
    expect(isFrame(text)).toBe(is);
  });
});

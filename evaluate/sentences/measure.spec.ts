import type { Labelled } from '../../training/sentences.js';
import type { Judges } from './judges.js';
import { measure, measureMood } from './measure.js';

const one = (text: string, over: Partial<Labelled>): Labelled => ({
  text,
  about: 'need',
  language: 'en',
  side: 'client',
  manner: 'plain',
  right: {},
  held: true,
  framed: false,
  line: 1,
  ...over,
});
const never = () => false;
const judges: Judges = {
  hears: {
    approval_request: never,
    approval: never,
    agreement: never,
    scope_change: never,
    need: (text) => text.includes('x'),
  },
  mood: (text) => (text.includes('glad') ? 1 : text.includes('sad') ? -1 : 0),
};

describe('measure', () => {
  it('counts what is heard, missed, and heard falsely near and elsewhere', () => {
    const measured = measure(
      'need',
      [
        one('x', { right: { need: true } }),
        one('y', { right: { need: true }, language: 'ru' }),
        one('x near', { right: { need: false } }),
        one('z', { right: { need: false } }),
        one('x far', { right: { need: false }, about: 'mood' }),
        one('x unjudged', {}),
      ],
      judges,
    );
    expect(measured.recall).toEqual({ right: 1, of: 2 });
    expect(measured.recallIn).toEqual({ en: { right: 1, of: 1 }, ru: { right: 0, of: 1 } });
    expect(measured.falseNear).toEqual({ right: 1, of: 2 });
    expect(measured.falseElsewhere).toEqual({ right: 1, of: 1 });
    expect(measured.precision).toEqual({ right: 1, of: 3 });
    expect(measured.wrong).toHaveLength(3);
  });
});

describe('measureMood', () => {
  it('counts moods that are right, and those that are turned into their contrary', () => {
    const mood = (text: string, pleased: boolean, unhappy: boolean) =>
      one(text, { about: 'mood', right: { pleased, unhappy } });
    const measured = measureMood(
      [mood('glad', true, false), mood('glad', false, true), mood('so', false, false), mood('so', true, false)],
      judges,
    );
    expect(measured.sign).toEqual({ right: 2, of: 4 });
    expect(measured.flipped).toEqual({ right: 1, of: 4 });
  });
});

import { DETECTORS, type Detector } from './judges.js';
import { fallenBelow, missedMarks, worseThanRules } from './marks.js';
import type { Measured, Share } from './measure.js';
import { type Figures, pageOf } from './page.js';

const share = (right: number, of = 100): Share => ({ right, of });
const measured = (detector: Detector, over: Partial<Measured> = {}): Measured => ({
  detector,
  recall: share(90),
  recallIn: { en: share(90) },
  recallOf: {},
  falseNear: share(2),
  falseElsewhere: share(0),
  precision: share(98),
  wrong: [],
  ...over,
});
const figures = (over: Partial<Measured> = {}): Figures => ({
  detectors: DETECTORS.map((detector) => measured(detector, detector === 'need' ? over : {})),
  days: share(100),
  mood: { sign: share(90), flipped: share(0), wrong: [] },
});

describe('missedMarks', () => {
  it('has nothing to say of what is as wanted', () => {
    expect(missedMarks(figures())).toEqual([]);
  });

  it('names each figure that falls short', () => {
    expect(missedMarks(figures({ recall: share(50), falseElsewhere: share(1) }))).toEqual([
      'recall of need: 0.50, wanted at least 0.80',
      'other sentences heard as need: 0.010, wanted at most 0.000',
    ]);
  });
});

describe('worseThanRules', () => {
  const rules = figures({ recall: share(40) });

  it('passes what hears more than its rules', () => {
    expect(worseThanRules(figures(), figures({ recall: share(40) })).filter((one) => one.startsWith('need'))).toEqual(
      [],
    );
  });

  it('names what hears no more, or too much that only looks like it', () => {
    expect(worseThanRules(figures({ recall: share(40) }), rules)).toContain('need: recall 0.40, near misses 0.02');
    expect(worseThanRules(figures({ falseNear: share(20) }), rules)).toContain('need: recall 0.90, near misses 0.20');
  });
});

describe('fallenBelow', () => {
  it('passes what is as good as it was, and names what is not', () => {
    expect(fallenBelow(figures())).toEqual([]);
    expect(fallenBelow(figures({ recall: share(40) }))).toEqual(['recall of need: 0.40, and it was 0.77 already']);
    expect(fallenBelow({ ...figures(), mood: { sign: share(50), flipped: share(0), wrong: [] } })).toEqual([
      'mood: 0.50, and it was 0.72 already',
    ]);
  });
});

describe('pageOf', () => {
  it('shows the figures beside those of the rules, and what falls short', () => {
    const page = pageOf(figures({ recall: share(50) }), figures({ recall: share(40) }), { trained: 10, held: 5 });
    expect(page).toMatch(/^\| need +\| 0\.50 \(50\/100\) +\| 0\.80 +\| 0\.40 \(40\/100\)/m);
    expect(page).toContain('- recall of need: 0.50, wanted at least 0.80');
    expect(page).toContain('The project has 15 labelled');
  });
});

import { describe, expect, it } from '@jest/globals';
import { readTrainOptions } from './options.js';

describe('options of a training', () => {
  it.each([
    [[], { withFeedback: false, out: null }],
    [['--out', 'w'], { withFeedback: false, out: 'w' }],
    [['--with-feedback', '--out', 'w'], { withFeedback: true, out: 'w' }],
    [['--with-feedback', '--replace'], { withFeedback: true, out: null }],
  ])('%j', (given, expected) => {
    expect(readTrainOptions(given)).toEqual(expected);
  });

  it.each([
    [['--with-feedback'], 'Say where the weights go'],
    [['--replace'], '--replace goes with --with-feedback'],
    [['--with-feedback', '--replace', '--out', 'w'], 'Either --out or --replace'],
    [['--out', ''], '--out names no folder'],
    [['--feedback'], 'Unknown option'],
    [['sentences'], 'Unexpected argument'],
  ])('%j are refused', (given, why) => {
    expect(() => readTrainOptions(given)).toThrow(why);
  });
});

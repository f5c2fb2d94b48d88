import { HEARD } from '../src/kag-events/domain/detect/learned/model.js';
import type { Labelled } from './sentences.js';
import { thresholdsFor } from './thresholds.js';

const THINGS = ['bread', 'cheese', 'apples', 'tea', 'coffee', 'salt', 'rice', 'honey'];
const one = (text: string, is: boolean, line: number): Labelled => ({
  text,
  about: 'need',
  language: 'en',
  side: 'client',
  manner: 'plain',
  right: { need: is },
  held: false,
  framed: false,
  line,
});
const labelled = THINGS.flatMap((thing, at) => [
  one(`We are looking for ${thing}.`, true, at * 6),
  one(`The ${thing} came yesterday.`, false, at * 6 + 3),
]);

describe('thresholdsFor', () => {
  it('has one for all that is heard, and the same for the same sentences', async () => {
    const thresholds = await thresholdsFor(labelled);
    expect(Object.keys(thresholds)).toEqual([...HEARD]);
    expect(await thresholdsFor(labelled)).toEqual(thresholds);
    expect(Number.isFinite(thresholds.need)).toBe(true);
  });

  it('keeps to nothing where nothing could be falsely heard', async () => {
    const { need } = await thresholdsFor(labelled.filter(({ right }) => right.need === true));
    expect(need).toBe(-Infinity);
  });
});

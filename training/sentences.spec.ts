import { isFrame } from './frames.js';
import { labelledSentences } from './sentences.js';

const all = labelledSentences();

describe('the labelled sentences', () => {
  it('keep about a third from training', () => {
    const lines = new Map(all.filter(({ about }) => about !== 'sure').map(({ line, held }) => [line, held]));
    const share = [...lines.values()].filter(Boolean).length / lines.size;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.37);
  });

  it('keep all that is made of one line on one side', () => {
    const sides = new Map<number, boolean>();
    for (const { line, held } of all) {
      expect(sides.get(line) ?? held).toBe(held);
      sides.set(line, held);
    }
  });

  it('are in both languages, and say of each sentence what is right', () => {
    expect(new Set(all.map(({ language }) => language))).toEqual(new Set(['en', 'ru']));
    expect(all.filter(({ right }) => Object.keys(right).length === 0)).toEqual([]);
    expect(all.filter(({ text }) => text === '' || isFrame(text))).toEqual([]);
  });
});

import { expect, it } from '@jest/globals';
import { meanWorth, worthOf, type Worth } from './worth.js';

const perfect: Worth = { ndcg: 1, recall: 1, reciprocalRank: 1 };
const nothing: Worth = { ndcg: 0, recall: 0, reciprocalRank: 0 };

it.each<[string, boolean[], number, Worth]>([
  ['right ones alone, of many', new Array<boolean>(10).fill(true), 500, perfect],
  ['all there are, first', [true, true, false], 2, perfect],
  ['wrong ones', [false, false], 2, nothing],
  ['nothing, where nothing is right', [false], 0, nothing],
  ['one, second', [false, true], 1, { ndcg: 1 / Math.log2(3), recall: 1, reciprocalRank: 0.5 }],
  ['one of two, first', [true, false], 2, { ndcg: 1 / (1 + 1 / Math.log2(3)), recall: 0.5, reciprocalRank: 1 }],
  ['a right one behind the tenth', [...new Array<boolean>(10).fill(false), true], 1, nothing],
])('is worth of %s', (_, answers, right, worth) => {
  const found = worthOf(answers, right);
  for (const key of ['ndcg', 'recall', 'reciprocalRank'] as const) expect(found[key]).toBeCloseTo(worth[key]);
});

it('is less the further down the right one is', () => {
  expect(worthOf([false, true], 1).ndcg).toBeGreaterThan(worthOf([false, false, true], 1).ndcg);
});

it('is the mean of each figure over several lists, and nothing of none', () => {
  expect(meanWorth([perfect, nothing])).toEqual({ ndcg: 0.5, recall: 0.5, reciprocalRank: 0.5 });
  expect(meanWorth([])).toEqual(nothing);
});

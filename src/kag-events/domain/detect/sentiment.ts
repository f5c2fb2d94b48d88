import { judge, marginOf, type Judged } from './learned/model.js';
import { moodOf } from './rules/mood.js';

/** Sums around here come out as ±0.7: one pleased sentence is not yet the whole scale. */
const SPREAD = 1.1;
const STRONGEST = 4;
const PLAIN = 0.3;
const STRONG = 2;

/**
 * How a message sounds, from -1 (furious) to 1 (delighted), 0 where nothing tells; English and Russian. Each sentence is
 * pleased, unhappy or neither, more or less so; what a message quotes is not its author's mood. See ownWords for what is
 * read.
 */
export function sentimentScore(text: string): number {
  let sum = 0;
  for (const one of judge(text)) sum += feeling(one);
  const score = sum / Math.sqrt(sum * sum + SPREAD);
  return Math.round(score * 1000) / 1000 || 0;
}

function feeling(one: Judged): number {
  const pleased = marginOf(one, 'pleased');
  const unhappy = marginOf(one, 'unhappy');
  if (Math.max(pleased, unhappy) <= 0) return 0;
  const sign = pleased > unhappy ? 1 : -1;
  // Words that say the contrary plainly make a weak impression doubtful.
  if (sign * moodOf(one.sentence.said) <= -PLAIN && Math.max(pleased, unhappy) < STRONG) return 0;
  const strength = 0.45 + 0.2 * Math.min(STRONGEST, Math.max(pleased, unhappy));
  const words = sign * moodOf(one.sentence.said);
  return sign * (strength + 0.8 * Math.max(0, words));
}

import { judge, marginOf, type JudgedSentence } from './learned/model.js';

/** Sums around here come out as ±0.7: one pleased sentence is not yet the whole scale. */
const SPREAD = 1.1;
const STRONGEST = 4;
/** Of the words' mood. */
const PLAIN = 0.3;
/** How much the words' mood adds to a margin. */
const LEANING = 1;
/** Of margins. */
const STRONG = 2;
const NEAR = 1;
/** As good as none. */
const FAINT = 0.15;

/**
 * How a message sounds, from -1 (furious) to 1 (delighted), 0 where nothing tells; English and Russian. Each sentence
 * is pleased, unhappy or neither, more or less so; what a message quotes is not its author's mood. See ownWords for
 * what is read.
 */
export const sentimentScore = (text: string): number => feelingOf(judge(text));

export function feelingOf(judged: readonly JudgedSentence[]): number {
  let sum = 0;
  for (const one of judged) sum += feeling(one);
  const score = sum / Math.sqrt(sum * sum + SPREAD);
  return Math.round(score * 1000) / 1000 || 0;
}

function feeling(one: JudgedSentence): number {
  const pleased = marginOf(one, 'pleased');
  const unhappy = marginOf(one, 'unhappy');
  const words = one.mood;
  // Of two moods that are about as likely, the words choose.
  const sign = pleased + LEANING * words > unhappy - LEANING * words ? 1 : -1;
  const margin = sign > 0 ? pleased : unhappy;
  // Words that say the contrary plainly make a weak impression doubtful, and those that say the same a near one sure.
  if (margin <= FAINT) return margin > -NEAR && sign * words >= PLAIN ? words : 0;
  if (sign * words <= -PLAIN && margin < STRONG) return 0;
  return sign * (0.45 + 0.2 * Math.min(STRONGEST, margin) + 0.8 * Math.max(0, sign * words));
}

import { createHash } from 'node:crypto';
import { examplesOf } from './examples.js';
import type { Labelled } from './sentences.js';

/** The features of one sentence in so many: what changes in rules or features shows in a few of thousands. */
const ONE_IN = 16;

/** Returns a name for what weights are learned from: all sentences with what is right of each, and their features. */
export function learnedFrom(labelled: readonly Labelled[]): string {
  const hash = createHash('sha256');
  for (const { text, about, manner, right, framed } of labelled)
    hash.update(JSON.stringify([text, about, manner, right, framed]));
  for (const { sentences, weight } of examplesOf(labelled.filter((_, at) => at % ONE_IN === 0)))
    hash.update(JSON.stringify([sentences.map((features) => [...features]), weight]));
  return hash.digest('hex').slice(0, 8);
}

import { createHash } from 'node:crypto';
import type { Example } from './fit.js';

/** Returns a name for what weights are learned from: the features of all sentences, and what is right of each. */
export function learnedFrom(examples: readonly Example[]): string {
  const hash = createHash('sha256');
  for (const { sentences, right, weight } of examples)
    hash.update(JSON.stringify([sentences.map((features) => [...features]), right, weight]));
  return hash.digest('hex').slice(0, 8);
}

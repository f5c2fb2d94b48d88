import { Features } from '../src/kag-events/domain/detect/learned/features.js';
import { knownOf } from '../src/kag-events/domain/detect/learned/model.js';
import { sentencesOf } from '../src/kag-events/domain/detect/sentences.js';
import type { Example } from './fit.js';
import { randomFrom } from './random.js';
import type { Labelled } from './sentences.js';
import { mistyped } from './typos.js';

const TYPED_WEIGHT = 0.6;
/** What the rules are sure of stays so. */
const SURE_WEIGHT = 2.5;
/** Most of what is written all day is talk, and the fewest of the sentences are. */
const TALK_WEIGHT = 2;
const WEIGHTS: Readonly<Record<string, number>> = { sure: SURE_WEIGHT, talk: TALK_WEIGHT };
const FRAMED_WEIGHT = 0.35;
/** The share of sentences made of frames that are mistyped too. */
const FRAMED_TYPED = 0.2;
/** A word that stands in so many sentences is spelt as it should be. */
const OFTEN = 4;
const SHORTEST = 5;

const features = new Features();

export const exampleOf = ({ text, right }: Labelled, weight = 1): Example => ({
  sentences: knownOf(text).map(({ sentence, facts }) => features.of(sentence, facts)),
  right,
  weight,
});

/** Each sentence twice: as it is, and mistyped; those made of one frame count little each. */
export function examplesOf(labelled: readonly Labelled[]): Example[] {
  return labelled.flatMap((one) => {
    // By the line itself, so that a new sentence leaves the errors of all others as they are.
    const random = randomFrom(one.line + one.text.length);
    const plain = exampleOf(one, one.framed ? FRAMED_WEIGHT : (WEIGHTS[one.about] ?? 1));
    if (one.framed && random() > FRAMED_TYPED) return [plain];
    return [plain, exampleOf({ ...one, text: mistyped(one.text, random) }, one.framed ? FRAMED_WEIGHT : TYPED_WEIGHT)];
  });
}

/** Words that mistyped ones are corrected to. */
export function vocabularyOf(labelled: readonly Labelled[]): string[] {
  const counts = new Map<string, number>();
  for (const { text, manner } of labelled)
    if (manner !== 'typo')
      for (const word of new Set(sentencesOf(text).flatMap(({ words }) => words.trim().split(' '))))
        if (word.length >= SHORTEST && /^\p{L}+$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= OFTEN)
    .map(([word]) => word)
    .sort();
}

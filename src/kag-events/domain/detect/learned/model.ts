import { moodOf } from '../rules/mood.js';
import { sentencesOf, type Sentence } from '../sentences.js';
import { factsAround, factsOf } from './facts.js';
import { featuresOf, SIZE } from './features.js';
import { unpacked } from './packing.js';
import { TRAINED } from './weights.js';

/** What is heard in a sentence, each by weights of its own. */
export const HEARD = [
  'approval_request',
  'approval',
  'agreement',
  'scope_change',
  'need',
  'pleased',
  'unhappy',
] as const;
export type Heard = (typeof HEARD)[number];

/** What is known of a sentence before it is judged. */
export interface Featured {
  readonly sentence: Sentence;
  readonly facts: readonly string[];
  /** How its words sound by themselves. */
  readonly mood: number;
  readonly features: Int32Array;
}
export interface Judged extends Omit<Featured, 'features'> {
  /** How far above its threshold each of HEARD is, in its order. */
  readonly margins: readonly number[];
}

const COUNT = HEARD.length;
const weights = new Float32Array(SIZE * COUNT);
const starts = HEARD.map((name, at) => {
  const trained = TRAINED[name];
  if (!trained) return -1;
  for (const [slot, steps] of unpacked(trained.packed)) weights[slot * COUNT + at] = steps * trained.step;
  return trained.bias - trained.threshold;
});

/** A text's sentences with the features that each has: what training and judging see alike. */
export function featured(text: string): Featured[] {
  const sentences = sentencesOf(text);
  const moods = sentences.map(({ said, words, whole }) => moodOf(whole ? said : words));
  const own = sentences.map((sentence, at) => factsOf(sentence, moods[at] ?? 0));
  return sentences.map((sentence, at) => {
    const facts = [...(own[at] ?? []), ...factsAround(own, sentences, at)];
    return { sentence, facts, mood: moods[at] ?? 0, features: featuresOf(sentence, facts) };
  });
}

let last: { readonly text: string; readonly judged: readonly Judged[] } = { text: '', judged: [] };

/** What is heard in each sentence of a text. The last text's answer is kept, since all detectors ask for it. */
export function judge(text: string): readonly Judged[] {
  if (last.text !== text) last = { text, judged: featured(text).map(judgeSentence) };
  return last.judged;
}

function judgeSentence({ features, ...known }: Featured): Judged {
  const margins = [...starts];
  for (const feature of features) {
    const from = (feature & (SIZE - 1)) * COUNT;
    for (let at = 0; at < COUNT; at++) margins[at] = (margins[at] ?? 0) + (weights[from + at] ?? 0);
  }
  return { ...known, margins };
}

const positions = new Map(HEARD.map((name, at) => [name, at]));

export const marginOf = ({ margins }: Judged, heard: Heard): number => margins[positions.get(heard) ?? 0] ?? -1;

/** Whether any sentence of a text says it. */
export const hears = (text: string, heard: Heard): boolean => judge(text).some((one) => marginOf(one, heard) > 0);

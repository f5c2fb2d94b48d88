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
  'answer_of_client',
  'answer_of_team',
  'pleased',
  'unhappy',
] as const;
export type Heard = (typeof HEARD)[number];

export interface Judged {
  readonly sentence: Sentence;
  readonly facts: readonly string[];
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
export function featured(text: string): { sentence: Sentence; facts: readonly string[]; features: number[] }[] {
  const sentences = sentencesOf(text);
  const facts = sentences.map(factsOf);
  return sentences.map((sentence, at) => {
    const all = [...(facts[at] ?? []), ...factsAround(facts, sentences, at)];
    return { sentence, facts: all, features: featuresOf(sentence, all) };
  });
}

let last: { readonly text: string; readonly judged: readonly Judged[] } = { text: '', judged: [] };

/** What is heard in each sentence of a text. The last text's answer is kept, since all detectors ask for it. */
export function judge(text: string): readonly Judged[] {
  if (last.text !== text) last = { text, judged: featured(text).map(judgeSentence) };
  return last.judged;
}

function judgeSentence({ sentence, facts, features }: ReturnType<typeof featured>[number]): Judged {
  const margins = [...starts];
  for (const feature of features) {
    const from = (feature & (SIZE - 1)) * COUNT;
    for (let at = 0; at < COUNT; at++) margins[at] = (margins[at] ?? 0) + (weights[from + at] ?? 0);
  }
  return { sentence, facts, margins };
}

const positions = new Map(HEARD.map((name, at) => [name, at]));

export const marginOf = ({ margins }: Judged, heard: Heard): number => margins[positions.get(heard) ?? 0] ?? -1;

/** Whether any sentence of a text says it. */
export const hears = (text: string, heard: Heard): boolean => judge(text).some((one) => marginOf(one, heard) > 0);

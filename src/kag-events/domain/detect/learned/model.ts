import { moodOf } from '../rules/mood.js';
import { sentencesOf, type Sentence } from '../sentences.js';
import { factsAround, factsOf } from './facts.js';
import { Features, SIZE } from './features.js';
import { unpack } from './packing.js';
import { Slots } from './slots.js';
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
export interface KnownSentence {
  readonly sentence: Sentence;
  readonly facts: readonly string[];
  /** How its words sound by themselves. */
  readonly mood: number;
}
export interface JudgedSentence extends KnownSentence {
  /** How far above its threshold each of HEARD is, in its order. */
  readonly margins: readonly number[];
}

/** Steps of a slot's weights, side by side, so that one look brings all; a power of two. */
const ROW = 8;

interface Model {
  readonly steps: Int8Array;
  readonly scales: readonly { readonly start: number; readonly step: number }[];
  /** Of slots that have a weight at all: about half of them say nothing. */
  readonly features: Features;
}

function unpacked(): Model {
  const steps = new Int8Array(SIZE * ROW);
  const weighed = new Slots(SIZE);
  const scales = HEARD.map((name, at) => {
    const trained = TRAINED[name];
    if (!trained) return { start: -1, step: 0 };
    unpack(trained.packed, (slot, count) => {
      steps[slot * ROW + at] = count;
      weighed.add(slot);
    });
    return { start: trained.bias - trained.threshold, step: trained.step };
  });
  return { steps, scales, features: new Features(weighed) };
}

/** Unpacked when the first text is judged: that takes a third of a second, and most processes judge none. */
let model: Model | null = null;

/** Anything but numbers and punctuation. */
const SAYS = /[^\d\s.,:;!?"'()/-]/u;

/** A text's sentences with what is known of each: what training and judging see alike. */
export function knownOf(text: string): KnownSentence[] {
  const sentences = sentencesOf(text).filter(({ words }) => SAYS.test(words));
  const moods = sentences.map(({ said, words, whole }) => moodOf(whole ? said : words));
  const own = sentences.map((sentence, at) => factsOf(sentence, moods[at] ?? 0));
  return sentences.map((sentence, at) => ({
    sentence,
    facts: [...(own[at] ?? []), ...factsAround(own, sentences, at)],
    mood: moods[at] ?? 0,
  }));
}

let last: { readonly text: string; readonly judged: readonly JudgedSentence[] } = { text: '', judged: [] };

/** What is heard in each sentence of a text. The last text's answer is kept, since all detectors ask for it. */
export function judge(text: string): readonly JudgedSentence[] {
  if (last.text !== text) last = { text, judged: knownOf(text).map(judgeSentence) };
  return last.judged;
}

/** Sums whole steps, so that no order of the features changes the outcome. */
function judgeSentence(known: KnownSentence): JudgedSentence {
  const { steps, scales, features } = (model ??= unpacked());
  const found = features.of(known.sentence, known.facts);
  const margins = scales.map(({ start, step }, at) => {
    let sum = 0;
    for (let i = 0; i < found.length; i++) sum += steps[((found[i] ?? 0) & (SIZE - 1)) * ROW + at] ?? 0;
    return start + step * sum;
  });
  return { ...known, margins };
}

const positions = new Map(HEARD.map((name, at) => [name, at]));

/**
 * What the rules find, by the name of the fact, counts this much more where it stands: an approval in so many words
 * has to be heard. Of other detectors what they find is part of what was learned, and no more.
 */
const LEANING = 1;
const FOUND: Readonly<Partial<Record<Heard, string>>> = { approval: 'approves', need: 'need' };
/** What goes beyond this work and what goes beyond all of it are often the same wish. */
const BESIDE: Readonly<Partial<Record<Heard, Heard>>> = { scope_change: 'need', need: 'scope_change' };
/** Of margins: from here on a sentence says one of the two rather than both. */
const PLAINLY = 2;

/** How far above its threshold something is in a sentence; below 0 where its neighbour is said plainly instead. */
export function marginOf(judged: JudgedSentence, heard: Heard): number {
  const margin = leaningOf(judged, heard);
  const beside = BESIDE[heard];
  if (beside === undefined || margin <= 0) return margin;
  const other = leaningOf(judged, beside);
  return other > margin + PLAINLY ? margin - other : margin;
}

function leaningOf({ margins, facts }: JudgedSentence, heard: Heard): number {
  const found = FOUND[heard];
  return (margins[positions.get(heard) ?? 0] ?? -1) + (found !== undefined && facts.includes(found) ? LEANING : 0);
}

/** Whether any sentence of a text says it. */
export const hears = (text: string, heard: Heard): boolean => judge(text).some((one) => marginOf(one, heard) > 0);

import { remembered } from '../remembered.js';
import { ENGLISH_BOOSTERS, ENGLISH_DENIALS, ENGLISH_WHEN_DENIED, ENGLISH_WORDS } from './sentiment-words-en.js';
import {
  RUSSIAN_BOOSTERS,
  RUSSIAN_DENIALS,
  RUSSIAN_NEUTRAL,
  RUSSIAN_STEMS,
  RUSSIAN_WHEN_DENIED,
} from './sentiment-words-ru.js';

/** How many words a denial reaches: "not a very good idea". */
const REACH = 3;
/** "Not good" is worse than nothing, yet milder than "bad". */
const DENIED = -0.7;
const WHEN_DENIED = -1.6;
/** Sums of weights around here come out as ±0.7: a single strong word is not yet the whole scale. */
const SPREAD = 12;
const SHORTEST_STEM = 4;
const LONGEST_STEM = 14;

const TOKEN = /[\p{L}]+(?:['’]\p{L}+)*|[.!?;\n]|👍|👏|🎉|❤|🔥|🙏|😊|😀|😍|👎|😡|😠|🤬|😢|😞|💔|:-?\)|:-?\(/gu;
const SIGNS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '👍': 1.5,
    '👏': 2,
    '🎉': 2,
    '❤': 2,
    '🔥': 1,
    '🙏': 1,
    '😊': 1.5,
    '😀': 1.5,
    '😍': 2.5,
    ':)': 1,
    ':-)': 1,
    '👎': -2,
    '😡': -3,
    '😠': -2.5,
    '🤬': -3,
    '😢': -2,
    '😞': -2,
    '💔': -2,
    ':(': -1.5,
    ':-(': -1.5,
  }),
);

const byWord = (groups: Readonly<Record<number, string>>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(groups).flatMap(([weight, words]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word) => [word, Number(weight)] as const),
    ),
  );
const ENGLISH = byWord(ENGLISH_WORDS);
const RUSSIAN = byWord(RUSSIAN_STEMS);
const BOOSTERS: ReadonlyMap<string, number> = new Map(Object.entries({ ...RUSSIAN_BOOSTERS, ...ENGLISH_BOOSTERS }));

/**
 * How a sentence sounds by its words alone, from -1 (furious) to 1 (delighted): word lists with denials and boosters,
 * in English and Russian, also mixed.
 */
export function moodOf(text: string): number {
  let sum = 0;
  let boost = 1;
  let denied = 0;
  for (const [token] of text.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'").matchAll(TOKEN)) {
    const { ends, denies, booster, weight, whenDenied } = soundOf(token);
    if (ends) {
      [boost, denied] = [1, 0];
      continue;
    }
    if (denies) {
      denied = REACH + 1;
      continue;
    }
    if (booster !== undefined) {
      boost *= booster;
      continue;
    }
    denied = Math.max(0, denied - 1);
    const weighed = denied > 0 ? whenDenied : weight;
    sum += weighed * boost;
    boost = 1;
    // One denial turns one word: "no problem, thanks" thanks all the same.
    if (weighed !== 0) denied = 0;
  }
  const score = sum / Math.sqrt(sum * sum + SPREAD);
  return Math.round(score * 1000) / 1000 || 0;
}

/** What a word, a sign or a sentence's end does to the mood. */
interface Sound {
  readonly ends: boolean;
  readonly denies: boolean;
  readonly booster: number | undefined;
  readonly weight: number;
  /** Its weight within the reach of a denial. */
  readonly whenDenied: number;
}

const soundOf = remembered((word): Sound => {
  const sign = SIGNS.get(word);
  const weight = sign ?? ENGLISH.get(word) ?? (RUSSIAN_NEUTRAL.has(word) ? 0 : (stemWeight(word) ?? 0));
  const worse = ENGLISH_WHEN_DENIED.has(word) || stemIn(RUSSIAN_WHEN_DENIED, word);
  return {
    ends: '.!?;\n'.includes(word),
    denies: ENGLISH_DENIALS.has(word) || RUSSIAN_DENIALS.has(word),
    booster: BOOSTERS.get(word),
    weight,
    whenDenied: sign ?? (worse ? WHEN_DENIED : weight * DENIED),
  };
});

function stemWeight(word: string): number | undefined {
  if (word.length < SHORTEST_STEM) return RUSSIAN.get(word);
  for (let length = Math.min(word.length, LONGEST_STEM); length >= SHORTEST_STEM; length--) {
    const weight = RUSSIAN.get(word.slice(0, length));
    if (weight !== undefined) return weight;
  }
  return undefined;
}

function stemIn(stems: ReadonlySet<string>, word: string): boolean {
  for (let length = Math.min(word.length, LONGEST_STEM); length >= SHORTEST_STEM; length--)
    if (stems.has(word.slice(0, length))) return true;
  return false;
}

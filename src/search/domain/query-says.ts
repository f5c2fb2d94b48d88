import { STOP_WORDS, wordsOf } from './words.js';

/** What a query has to look for: words, only such as hold sentences together, or no word at all. */
export type QuerySays = 'something' | 'frame words' | 'nothing';

export function querySays(text: string): QuerySays {
  const words = wordsOf(text);
  if (words.length === 0) return 'nothing';
  return words.every((word) => STOP_WORDS.has(word)) ? 'frame words' : 'something';
}

/** Whether a query is numbers alone: then they are what is looked for, and not what stands beside it. */
export const isNumbersAlone = (text: string): boolean => wordsOf(text).every((word) => /^\d+$/.test(word));

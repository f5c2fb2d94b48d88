import { anyOf, saysLost } from '../../../common/ending-words.js';

/**
 * How a deal stands by the name of its stage: Attio's stages have titles, which each workspace gives, and no meaning.
 */
export type StageStatus = 'open' | 'won' | 'lost';

/** Beginnings of words, each after anything but a letter; checked after the lost ones, since "not won" holds both. */
const WON = ['won', 'выигр', 'успешно реализ'];
// "Wondering" is not a victory: an English word has to end where it does.
const WON_WORDS = new RegExp(`${anyOf(WON.slice(1)).source}|(?<!\\p{L})won(?!\\p{L})`, 'iu');

export function stageStatus(title: string | null): StageStatus {
  if (title === null) return 'open';
  if (saysLost(title)) return 'lost';
  return WON_WORDS.test(title.replace(/\s+/g, ' ')) ? 'won' : 'open';
}

/** How a deal stands by the name of its stage: Attio's stages have titles, which each workspace gives, and no meaning. */
export type StageStatus = 'open' | 'won' | 'lost';

/** Beginnings of words, each after anything but a letter; checked before `WON`, since "not won" holds both. */
const LOST = [
  'lost',
  'not won',
  'cancel',
  'rejected',
  'declined',
  'проигр',
  'потерян',
  'отказ',
  'не выигр',
  'не реализ',
  'отмен',
];
const WON = ['won', 'выигр', 'успешно реализ'];

const anyOf = (beginnings: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${beginnings.join('|')})`, 'iu');
const LOST_WORDS = anyOf(LOST);
// "Wondering" is no victory: an English word has to end where it does.
const WON_WORDS = new RegExp(`${anyOf(WON.slice(1)).source}|(?<!\\p{L})won(?!\\p{L})`, 'iu');

export function stageStatus(title: string | null): StageStatus {
  if (title === null) return 'open';
  const words = title.replace(/\s+/g, ' ');
  if (LOST_WORDS.test(words)) return 'lost';
  return WON_WORDS.test(words) ? 'won' : 'open';
}

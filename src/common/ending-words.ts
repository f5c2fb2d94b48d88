/** Beginnings of words, each after anything but a letter, by which a deal's stage says that it is lost. */
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
/** The same of stages by which the client is going or gone, or nothing moves any more. */
const GOING = [
  'churn',
  'frozen',
  'freez',
  'stall',
  'потеря(?!\\p{L})',
  'отток',
  'клиент уш[её]л',
  'замороз',
  'заморож',
  'застопор',
  'завис(?!и)',
  'застря',
];

/** Matches text in which one of the words begins. */
export const anyOf = (beginnings: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${beginnings.join('|')})`, 'iu');
const LOST_WORDS = anyOf(LOST);
const GOING_WORDS = anyOf(GOING);

const oneLine = (stage: string): string => stage.replace(/\s+/g, ' ');

/** Whether a deal's stage says that it is lost, in English or Russian. */
export const saysLost = (stage: string): boolean => LOST_WORDS.test(oneLine(stage));

/** Whether a deal's stage says lost, churn, frozen or stalled, in English or Russian. */
export const saysEnding = (stage: string): boolean => saysLost(stage) || GOING_WORDS.test(oneLine(stage));

/** Beginnings of words, each after anything but a letter, by which a deal's stage says that the client is going or gone. */
const ENDING = [
  'lost',
  'not won',
  'churn',
  'frozen',
  'freez',
  'stall',
  'потерян',
  'потеря(?!\\p{L})',
  'проигр',
  'не выигр',
  'не реализ',
  'отказ',
  'отток',
  'клиент уш[её]л',
  'замороз',
  'заморож',
  'застопор',
  'завис(?!и)',
  'застря',
];
const ENDING_WORDS = new RegExp(`(?<!\\p{L})(?:${ENDING.join('|')})`, 'iu');

/** Whether a deal's stage says lost, churn, frozen or stalled, in English or Russian. */
export const saysEnding = (stage: string): boolean => ENDING_WORDS.test(stage.replace(/\s+/g, ' '));

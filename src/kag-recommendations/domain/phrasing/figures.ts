import { wordedNumbers } from './number-words.js';

/** Digits with what groups or divides them: `1 250`, `1,250.5`, `10:30`. */
const FIGURE = /\d+(?:[  \u202f]\d{3}(?!\d)|[.,:/-]\d+)*/g;
const PERCENT = /\d+(?:[.,]\d+)?(?=\s*(?:%|percent|per cent|процент))/giu;
/** Digits of other scripts, fractions, Roman numerals as signs of their own. */
const ODD = /[\p{Nl}\p{No}]|(?![0-9])\p{Nd}/u;

const plain = (figure: string) => figure.replace(/\D/g, '');

/**
 * The numbers of a text, in digits or letters, as digits alone: however they are grouped or divided, they are equal.
 */
export function figuresOf(text: string): Set<string> {
  return new Set([...(text.match(FIGURE) ?? []).map(plain), ...wordedNumbers(text).map(String)]);
}

/** The numbers of a text that are percentages. */
export const percentsOf = (text: string): Set<string> => new Set((text.match(PERCENT) ?? []).map(plain));

/** The numbers of a text that are written in digits. */
export const writtenFigures = (text: string): Set<string> => new Set((text.match(FIGURE) ?? []).map(plain));

/** Whether a text has numbers that neither of these would see. */
export const hasOddNumbers = (text: string): boolean => ODD.test(text);

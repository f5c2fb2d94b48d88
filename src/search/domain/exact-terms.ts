import { phonesIn } from './phones.js';

/** More would be a list of numbers, which people don't look for one by one. */
const MAX_TERMS = 100;

const WORDS = /[\p{L}\p{N}._%+@-]+/gu;
const FIRST = /^[a-z][a-z0-9]{0,9}$/i;
const LATER = /^[a-z0-9]{1,12}$/i;
const NUMBER = /^\d{4,30}$/;
const YEAR = /^(19|20)\d\d$/;
const DATE = /^(19|20)\d\d-\d{1,2}-\d{1,2}$/;
/** `INV/2024/00017`: only numbers follow, since an address has words between its slashes. */
const SLASHED = /(?<![\p{L}\p{N}/])[a-z]{1,10}(?:\/\d{2,12}){1,4}(?![\p{L}\p{N}/])/giu;
/** `acme/site#12`: an issue of a repository. */
const NUMBERED = /(?<![\p{L}\p{N}._/-])[a-z\d-]{1,39}\/[\w.-]{1,100}#\d{1,10}(?![\p{L}\p{N}])/giu;
const MAX_PARTS = 6;
/** Nobody looks for a longer word, and its thousands of parts would cost more than they say. */
const LONGEST_WORD = 1_000;

/**
 * What a text names exactly: identifiers of issues and papers (upper case, whole: `ENG-12`, `INV-2024-00017`; of a
 * repository in lower case: `acme/site#12`), e-mail
 * addresses (lower case), phone numbers (`tel:` and their last digits, in any writing) and numbers of four digits or
 * more that are no year; each once, in order. The same function reads texts and queries, so both mean the same. Linear:
 * one pass finds words, and each word is looked at once.
 */
export function exactTerms(text: string): string[] {
  const terms = new Set<string>();
  const { phones, rest: read } = phonesIn(text);
  for (const phone of phones) if (terms.size < MAX_TERMS) terms.add(phone);
  const rest = read.replace(NUMBERED, (name) => {
    if (terms.size < MAX_TERMS) terms.add(name.toLowerCase());
    return ' ';
  });
  for (const [name] of rest.matchAll(SLASHED))
    if (terms.size < MAX_TERMS) terms.add(name.toUpperCase().replaceAll('/', '-'));
  for (const [word] of rest.matchAll(WORDS)) {
    if (terms.size >= MAX_TERMS) break;
    if (word.length <= LONGEST_WORD) for (const term of termsOf(word)) terms.add(term);
  }
  return [...terms];
}

/** Whether a term is a bare number: it says little by itself, since sums, counts and codes are written alike. */
export const isBareNumber = (term: string): boolean => /^\d+$/.test(term);

function termsOf(word: string): string[] {
  const email = emailOf(word);
  if (email !== null) return [email];
  return word.split(/[.%+@]/).flatMap((piece) => {
    const parts = piece.split(/[-_]/).filter((part) => part !== '');
    if (DATE.test(piece)) return [];
    if (isIdentifier(parts)) return [parts.join('-').toUpperCase()];
    return parts.filter((part) => NUMBER.test(part) && !YEAR.test(part));
  });
}

/** Parts that begin with letters, one of them a number: not `well-known`, nor `mid-2025`. */
function isIdentifier([first = '', ...later]: readonly string[]): boolean {
  if (later.length === 0 || later.length >= MAX_PARTS || !FIRST.test(first)) return false;
  if (!later.every((part) => LATER.test(part)) || !later.some((part) => /\d/.test(part))) return false;
  return !(later.length === 1 && YEAR.test(later[0] ?? '') && first === first.toLowerCase());
}

function emailOf(word: string): string | null {
  const trimmed = trimPunctuation(word);
  const at = trimmed.indexOf('@');
  if (at <= 0 || at !== trimmed.lastIndexOf('@') || trimmed.length > 254) return null;
  const dot = trimmed.indexOf('.', at);
  return dot > at + 1 && dot < trimmed.length - 1 ? trimmed.toLowerCase() : null;
}

/** By hand: an expression anchored only at the end tries every start, which is quadratic. */
function trimPunctuation(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && '.%-_+'.includes(word.charAt(start))) start++;
  while (end > start && '.%-_+'.includes(word.charAt(end - 1))) end--;
  return word.slice(start, end);
}

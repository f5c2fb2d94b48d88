/** More would be a list of numbers, which nobody looks for one by one. */
const MOST_TERMS = 100;

const WORDS = /[\p{L}\p{N}._%+@-]+/gu;
const ISSUE = /^[a-z][a-z0-9]{0,9}-\d{1,7}$/i;
const NUMBER = /^\d{4,30}$/;

/**
 * What a text names exactly: issue identifiers (upper case, `ENG-12`), e-mail addresses (lower case) and numbers of
 * four digits or more; each once, in order. The same function reads texts and queries, so both mean the same.
 * Linear: one pass finds words, and each word is looked at once.
 */
export function exactTerms(text: string): string[] {
  const terms = new Set<string>();
  for (const [word] of text.matchAll(WORDS)) {
    if (terms.size >= MOST_TERMS) break;
    const email = emailOf(word);
    if (email !== null) {
      terms.add(email);
      continue;
    }
    for (const piece of word.split(/[._%+@]/)) {
      if (ISSUE.test(piece)) terms.add(piece.toUpperCase());
      for (const part of piece.split('-')) if (NUMBER.test(part)) terms.add(part);
    }
  }
  return [...terms];
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

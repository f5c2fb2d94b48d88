/** Shorter words are in many good passwords by chance. */
const LEAST_WORD = 3;
/** What must be left of a password when the words that others know of its owner are taken out. */
const LEAST_REST = 8;

/** Whether the password is little more than words that others know of its owner, in any case and order. */
export function isMadeOf(password: string, known: readonly string[]): boolean {
  const words = [...new Set(known.flatMap(partsOf))].sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  return rest.length < password.length && rest.length < LEAST_REST;
}

/** The word itself and what it is made of: of "Acme Studio" also "acme" and "studio". */
export const partsOf = (word: string): string[] =>
  [word, ...word.split(/[^\p{L}\p{N}]+/u)]
    .map((part) => part.toLowerCase())
    .filter((part) => part.length >= LEAST_WORD);

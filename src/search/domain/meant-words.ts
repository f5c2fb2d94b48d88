/** Shorter words have too many neighbours. */
const LEAST_LETTERS = 5;
/** From this length on two mistakes are forgiven. */
const LONG = 8;
const MAX_MEANT = 3;

/** Whether a word may hold a typing error: of letters alone, and long enough to tell. */
export const mayBeMistyped = (word: string): boolean => word.length >= LEAST_LETTERS && /^\p{L}+$/u.test(word);

/** The words nearest to one that stands in no text: those of the fewest mistakes, one or, in a long word, two. */
export function meantWords(word: string, known: Iterable<string>): string[] {
  let most = word.length >= LONG ? 2 : 1;
  let meant: string[] = [];
  for (const other of known) {
    if (Math.abs(other.length - word.length) > most || !beginsAlike(word, other)) continue;
    const mistakes = mistakesBetween(word, other, most);
    if (mistakes > most) continue;
    if (mistakes < most) meant = [];
    most = mistakes;
    meant.push(other);
  }
  return meant.sort().slice(0, MAX_MEANT);
}

/** Few people mistype the first letter; where they do, the second one comes first. */
const beginsAlike = (a: string, b: string) => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);

/**
 * Letters left out, added, wrong, or in each other's place (optimal string alignment); `most + 1` for more than `most`.
 */
function mistakesBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}

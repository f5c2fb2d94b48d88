const SHARE = 0.35;
const LETTERS = 'оеаиетaeiotn';

/**
 * A text as it is typed in a hurry: small letters, and every third word with a letter lost, doubled, swapped or wrong.
 */
export const mistyped = (text: string, random: () => number): string =>
  text
    .split(' ')
    .map((word) =>
      word.length < 4 || random() > SHARE || !/^\p{L}+[.,!?]*$/u.test(word) ? word : hurried(word, random),
    )
    .join(' ')
    .toLowerCase();

function hurried(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = random();
  const [before, letter, next] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? ''];
  if (kind < 0.35) return before + word.slice(at + 1);
  if (kind < 0.6) return before + next + letter + word.slice(at + 2);
  if (kind < 0.8) return before + letter + word.slice(at);
  return before + (LETTERS[Math.floor(random() * LETTERS.length)] ?? '') + word.slice(at + 1);
}

/** As many as a language's everyday words. */
const KEPT = 20_000;

/** A function of a word that keeps what it answered, since words come again. It never holds more than KEPT answers. */
export function remembered<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const kept = new Map<string, Answer>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const found = answer(word);
    if (kept.size >= KEPT) kept.clear();
    kept.set(word, found);
    return found;
  };
}

/** Words under names, of which a word may stand under several. */
export class Lexicon {
  private readonly exact = new Map<string, string[]>();
  private readonly stems = new Map<string, string[]>();
  private readonly longest: number;

  /**
   * @param lists Words by name, with spaces between them; `stem*` is any ending.
   * @param shortest Letters of the shortest stem in them.
   */
  constructor(
    lists: Readonly<Record<string, string>>,
    private readonly shortest: number,
  ) {
    for (const [name, words] of Object.entries(lists))
      for (const word of words.trim().split(/\s+/)) {
        const stem = word.endsWith('*');
        const key = stem ? word.slice(0, -1) : word;
        const into = stem ? this.stems : this.exact;
        into.set(key, [...(into.get(key) ?? []), name]);
      }
    this.longest = Math.max(0, ...[...this.stems.keys()].map((stem) => stem.length));
  }

  /** The names of a word, each once: those of the word as it stands first, then those of the longest stem. */
  namesOf(word: string): readonly string[] {
    const found = new Set(this.exact.get(word));
    for (let length = Math.min(word.length, this.longest); length >= this.shortest; length--)
      for (const name of this.stems.get(word.slice(0, length)) ?? []) found.add(name);
    return [...found];
  }
}

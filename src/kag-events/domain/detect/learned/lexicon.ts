interface Index {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly stems: ReadonlyMap<string, readonly string[]>;
  /** Letters of the longest stem. */
  readonly longest: number;
}

/** Words under names, of which a word may stand under several. They are sorted when the first is looked for. */
export class Lexicon {
  private index: Index | null = null;

  /**
   * @param lists Words by name, with spaces between them; `stem*` is any ending.
   * @param shortest Letters of the shortest stem in them.
   */
  constructor(
    private readonly lists: Readonly<Record<string, string>>,
    private readonly shortest: number,
  ) {}

  /** The names of a word, each once: those of the word as it stands first, then those of the longest stem. */
  namesOf(word: string): readonly string[] {
    const { exact, stems, longest } = (this.index ??= indexOf(this.lists));
    const found = new Set(exact.get(word));
    for (let length = Math.min(word.length, longest); length >= this.shortest; length--)
      for (const name of stems.get(word.slice(0, length)) ?? []) found.add(name);
    return [...found];
  }
}

function indexOf(lists: Readonly<Record<string, string>>): Index {
  const [exact, stems] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [name, words] of Object.entries(lists))
    for (const word of words.trim().split(/\s+/)) {
      const stem = word.endsWith('*');
      const key = stem ? word.slice(0, -1) : word;
      const into = stem ? stems : exact;
      into.set(key, [...(into.get(key) ?? []), name]);
    }
  return { exact, stems, longest: Math.max(0, ...[...stems.keys()].map((stem) => stem.length)) };
}

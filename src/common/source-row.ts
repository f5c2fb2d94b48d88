/** What names a row of a source's table. */
export interface SourceRow {
  source_table: string;
  source_pk: string;
}

/** The row's name in one text. */
export const rowKey = ({ source_table, source_pk }: SourceRow): string => `${source_table} ${source_pk}`;

/** The first `most` refs without repeats: of refs to one row the first stays. Stops reading `refs` once it has enough. */
export function firstRefs<Ref extends SourceRow>(refs: Iterable<Ref>, most: number): Ref[] {
  const kept = new Map<string, Ref>();
  for (const ref of refs) {
    if (kept.size >= most) break;
    const key = rowKey(ref);
    if (!kept.has(key)) kept.set(key, ref);
  }
  return [...kept.values()];
}

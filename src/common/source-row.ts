/** What names a row of a source's table. */
export interface SourceRow {
  source_table: string;
  source_pk: string;
}

/** The row's name in one text. */
export const rowKey = ({ source_table, source_pk }: SourceRow): string => `${source_table} ${source_pk}`;

/** Whether the row is one of these. */
export const isAmong = (row: SourceRow, rows: readonly SourceRow[]): boolean =>
  rows.some((one) => one.source_table === row.source_table && one.source_pk === row.source_pk);

/**
 * The first `most` refs without repeats: of refs to one row the first stays. Stops reading `refs` once it has enough.
 */
export function firstRefs<Ref extends SourceRow>(refs: Iterable<Ref>, most: number): Ref[] {
  const kept = new Map<string, Ref>();
  for (const ref of refs) {
    if (kept.size >= most) break;
    const key = rowKey(ref);
    if (!kept.has(key)) kept.set(key, ref);
  }
  return [...kept.values()];
}

import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';

/**
 * What leaves the project, in words, the most first; empty: nothing does.
 * @param leaving rows by table
 */
export function leavingWords(
  leaving: Readonly<Record<string, number>>,
  { sources: { tables } }: Texts,
  format: Format,
): string[] {
  return Object.entries(leaving)
    .filter(([, rows]) => rows > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([table, rows]) => {
      // A vendor's table begins with a word for its vendor.
      const name = table.replace(/^[^_]+_|_raw$/g, '');
      const words = tables[table] ?? tables[name];
      return words?.(rows, format.number(rows)) ?? `${name}: ${format.number(rows)}`;
    });
}

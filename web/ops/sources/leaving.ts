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
      const name = table.replace(/^(?:cw|linear|attio|github)_|_raw$/g, '');
      return tables[name]?.(rows, format.number(rows)) ?? `${name}: ${format.number(rows)}`;
    });
}

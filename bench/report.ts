import Table from 'cli-table3';
import type { Fact } from './facts.js';
import type { Figure } from './stats.js';

export interface Report {
  measured_at: string;
  facts: readonly Fact[];
  figures: readonly Figure[];
}

const COLUMNS = ['What', 'Unit', 'n', 'median', 'p95', 'min', 'max'];

/** All figures under their groups, and below them what they were measured on. */
export function reportTable({ facts, figures }: Report): string {
  const table = new Table({
    head: COLUMNS,
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
    colWidths: [60, 10, 7, 11, 11, 11, 11],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  let group = '';
  for (const each of figures) {
    if (each.group !== group) table.push([{ content: `── ${each.group}`, colSpan: COLUMNS.length }]);
    group = each.group;
    const { n, median, p95, min, max } = each;
    table.push([`  ${each.name}`, each.unit, n, shown(median), p95 === null ? '' : shown(p95), shown(min), shown(max)]);
  }
  table.push([{ content: '── Measured on', colSpan: COLUMNS.length }]);
  for (const [name, holds] of facts) table.push([`  ${name}`, { content: holds, colSpan: COLUMNS.length - 1 }]);
  return table.toString();
}

/** For programs: the same, with numbers as they are. */
export const reportJson = ({ facts, ...rest }: Report): string =>
  JSON.stringify({ ...rest, facts: Object.fromEntries(facts) }, null, 2);

/** Three digits that say something; no more can be relied on. */
function shown(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return Number.isInteger(value)
    ? String(value)
    : value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
}

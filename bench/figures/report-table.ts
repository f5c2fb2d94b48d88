import Table from 'cli-table3';
import type { Figure } from './figure.js';
import type { Report } from './report.js';
import { valueOf } from './statistics.js';

const COLUMNS = ['What', 'Unit', 'n', 'median', 'p95', 'min – max', 'floor', 'ratio', 'goal', 'met'];
const WIDTHS = [46, 10, 7, 9, 9, 17, 9, 8, 22, 6];

/** What the figures depend on, then all figures under their groups with their goals, then what limits them. */
export function reportTable({ machine, facts, figures }: Report): string {
  const table = new Table({
    head: COLUMNS,
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right', 'right', 'left', 'left'],
    colWidths: WIDTHS,
    wordWrap: true,
    style: { head: [], border: [] },
  });
  const wide = (content: string) => table.push([{ content, colSpan: COLUMNS.length }]);
  for (const group of new Set(figures.map((each) => each.group))) {
    wide(`── ${group}`);
    for (const each of figures) if (each.group === group) table.push(rowOf(each, machine.quick));
  }
  return [conditions(facts), table.toString(), ...notes(figures)].join('\n');
}

function conditions(facts: Report['facts']): string {
  const table = new Table({ colWidths: [34, 116], wordWrap: true, style: { head: [], border: [] } });
  for (const [name, holds] of facts) table.push([name, holds]);
  return table.toString();
}

/** Goals one below the other, each with its verdict beside it; small sizes are held to what holds at any size alone. */
function rowOf(each: Figure, quick: boolean): string[] {
  const { name, unit, n, median, p95, min, max, floor, ratio, told_by, goals } = each;
  return [
    `  ${name}`,
    unit,
    String(n),
    shown(median),
    p95 === null ? '' : shown(p95),
    n === 1 ? '' : `${shown(min)} – ${shown(max)}`,
    floor === null ? '' : shown(valueOf(floor, told_by)),
    ratio === null ? '' : shown(ratio),
    goals.map(({ goal }) => goal).join('\n'),
    goals.map(({ anywhere, met }) => (quick && !anywhere ? '–' : met ? 'yes' : 'no')).join('\n'),
  ];
}

/** What each floor is, and what holds figures where they are. */
function notes(figures: readonly Figure[]): string[] {
  const floors = figures.flatMap(({ group, name, floor }) => (floor ? [`  ${group}, ${name}: ${floor.name}`] : []));
  const limits = figures.flatMap(({ group, name, limited_by }) =>
    limited_by === null ? [] : [`  ${group}, ${name}: ${limited_by}`],
  );
  return [
    ...(floors.length > 0 ? ['Floors:', ...floors] : []),
    ...(limits.length > 0 ? ['Limited by:', ...limits] : []),
  ];
}

/** Three digits that say something; no more can be relied on. */
export function shown(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return Number.isInteger(value)
    ? String(value)
    : value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
}

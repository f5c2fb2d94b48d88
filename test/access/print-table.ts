import Table from 'cli-table3';
import { CALLERS } from './callers.js';
import type { Outcome } from './expectations.js';
import type { Target } from './outcomes.js';

export interface Row {
  operation: string;
  target: Target;
  expected: readonly Outcome[];
  seen: readonly Outcome[];
}

const LEGEND = `in: let in. A number: refused with this status.
guest: a viewer of our account scope who is an admin of another one.
ours, theirs: the request is about what belongs to our scope, or to another one. their id here: our project, their id.`;

/** The access table as text. A cell that is not as expected has both. */
export function printed(rows: readonly Row[]): string {
  const table = new Table({ head: ['operation', 'about', ...CALLERS], style: { head: [], border: [], compact: true } });
  for (const { operation, target, expected, seen } of rows) {
    const cells = seen.map((outcome, i) =>
      outcome === expected[i] ? String(outcome) : `${outcome}, expected ${expected[i]}`,
    );
    table.push([operation, target, ...cells]);
  }
  const wrong = rows.flatMap(({ expected, seen }) => seen.filter((outcome, i) => outcome !== expected[i])).length;
  const cells = rows.length * CALLERS.length;
  return `${table.toString()}\n${LEGEND}\n${cells} cells, ${wrong === 0 ? 'all as expected' : `${wrong} not as expected`}\n`;
}

import Table from 'cli-table3';
import { INVARIANTS } from './invariants.js';
import type { Trial } from './trial.js';

/** Columns of what must hold: what is looked at all the time, and what is looked at afterwards. */
const COLUMNS = ['live', 'ready', ...INVARIANTS.map(({ name }) => name), 'fault'];

/** A line for each fault: how long it took to go on, at worst, and what held in every one of its trials. */
export function reportTable(trials: readonly Trial[], skipped: ReadonlyMap<string, string>): string {
  const table = new Table({
    head: ['fault', 'seeds', 'goes on after', ...COLUMNS],
    style: { head: [], border: [] },
  });
  for (const fault of new Set(trials.map((trial) => trial.fault))) {
    const own = trials.filter((trial) => trial.fault === fault);
    const times = own.map(({ recovery }) => recovery ?? Infinity);
    table.push([
      fault.name,
      own.length,
      `${seconds(Math.max(...times))}${own.some(({ broken }) => broken.has('recovery')) ? ' NOT IN TIME' : ''}`,
      ...COLUMNS.map((column) => (own.some(({ broken }) => broken.has(column)) ? 'BROKEN' : 'holds')),
    ]);
  }
  for (const [name, why] of skipped)
    table.push([name, 0, { colSpan: COLUMNS.length + 1, content: `left out: ${why}` }]);
  return table.toString();
}

/** What did not hold, with its seed, so that it can be tried again. */
export function brokenLines(trial: Trial): string[] {
  return [...trial.broken].flatMap(([name, found]) =>
    found.map((text) => `${trial.fault.name}, seed ${trial.seed}, ${name}: ${text}`),
  );
}

const seconds = (value: number) => (Number.isFinite(value) ? `${value.toFixed(1)} s` : 'never');

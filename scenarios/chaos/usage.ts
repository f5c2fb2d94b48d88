import { parseArgs } from 'node:util';

// Imports nothing of this project: it is shown before anything is built, too.

export const USAGE = `usage: npm run chaos [-- [--quick] [--seeds N | --seed N] [--only FAULT]…]

Runs one api and two workers of the built server (build first) on a PostgreSQL of its own, under load, and breaks one
thing after the other, each kind of fault on a new set of them. After each fault it looks whether all goes on by itself
and whether anything is lost or doubled.
It prints a line for each, and ends with 1 where something does not hold, with 3 where there is no PostgreSQL to start.
It counts seconds, and other programs that keep the machine busy make them more.

  DATABASE_URL   a running PostgreSQL 15+ with pgvector 0.8+ on this machine: its programs are used (nothing is written to it)
  PG_BIN         the folder of initdb and postgres, where no server runs; by default they are looked for
  CHAOS_LOGS     where the servers' logs go, a folder for each fault (artifacts/chaos)
  --quick        short faults, one seed
  --seeds N      each fault N times, each time in another way (5; with --quick 1)
  --seed N       each fault once, in the Nth way: to try again what was broken, or a way that was not tried yet
  --only FAULT   this fault only; may be given more than once
  --list         what faults there are
  --help         this text
`;

export interface ChaosOptions {
  quick: boolean;
  /** Each of them decides how a fault goes. */
  seeds: number[];
  only: string[];
  list: boolean;
}

/** @throws Error that says which argument is wrong */
export function readChaosOptions(args: string[]): ChaosOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      seeds: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
    },
  });
  return { quick: values.quick, seeds: seedsOf(values), only: values.only, list: values.list };
}

function seedsOf({ quick, seeds, seed }: { quick: boolean; seeds?: string; seed?: string }): number[] {
  if (seeds !== undefined && seed !== undefined) throw new Error('--seeds and --seed exclude each other');
  if (seed !== undefined) return [wholeNumber('--seed', seed)];
  const count = wholeNumber('--seeds', seeds ?? (quick ? '1' : '5'));
  return Array.from({ length: count }, (_, i) => i + 1);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${option} takes a whole number from 1, such as ${option} 5`);
  return number;
}

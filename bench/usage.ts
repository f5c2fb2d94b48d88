import { parseArgs } from 'node:util';

// Imports nothing of this project: it is shown before anything is built, too.

/** What the bench measures, in this order. */
export const PART_NAMES = [
  'start',
  'sync',
  'growth',
  'embedding',
  'search',
  'crowd',
  'indexes',
  'lexical',
  'similarity',
  'signals',
  'pipeline',
  'models',
  'reads',
  'jobs',
  'metrics',
  'diagnosis',
  'wall',
  'portfolio',
  'sizes',
] as const;
export type PartName = (typeof PART_NAMES)[number];

export const USAGE = `usage: npm run bench [-- [--quick] [--json FILE] [--compare FILE] [part…]]

Measures the built server on this machine (build first) and holds the figures against their goals: a table on standard
output, with what a figure depends on at its top. Ends with 0 whether they are met or not, since a slow machine is no
fault; with 1 where a part fails.

  DATABASE_URL           a PostgreSQL 15+ with pgvector 0.8+, as a user who may create databases: kag_bench_<pid> is made
                         there and dropped at the end (required)
  SANDBOX_CONVERSATIONS  conversations to sync, JSON lines {id, services[], turns[{speaker, text}]}; unset: made up
  --quick                small sizes, in three minutes or less: whether each part runs, and whether what holds on any
                         machine holds (counts and shares, no times); ends with 1 where it does not
  --json FILE            writes the same to a file, for programs and --compare
  --compare FILE         names the figures that are 15 % worse than in such a file, of the same class of machine (cores,
                         model of processor, memory) and in the same mode; ends with 2 where it is of another one
  --help                 this text
  part…                  only these of: ${PART_NAMES.slice(0, 10).join(', ')},
                         ${PART_NAMES.slice(10).join(', ')}
`;

export interface BenchOptions {
  quick: boolean;
  json: string | null;
  compare: string | null;
  parts: PartName[];
}

/** @throws Error that says which argument is wrong */
export function readBenchOptions(args: string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      compare: { type: 'string' },
    },
  });
  const known = new Set<string>(PART_NAMES);
  const unknown = positionals.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". There are: ${PART_NAMES.join(', ')}`);
  for (const [option, value] of [
    ['--json', values.json],
    ['--compare', values.compare],
  ] as const)
    if (value === '') throw new Error(`${option} takes the name of a file`);
  return {
    quick: values.quick,
    json: values.json ?? null,
    compare: values.compare ?? null,
    parts: positionals.length === 0 ? [...PART_NAMES] : (positionals as PartName[]),
  };
}

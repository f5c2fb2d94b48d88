// Imports nothing of this project: it is shown before anything is built, too.

/** What the bench measures, in this order. */
export const PART_NAMES = [
  'start',
  'sync',
  'embedding',
  'search',
  'similarity',
  'pipeline',
  'models',
  'metrics',
  'diagnosis',
  'wall',
  'portfolio',
] as const;
export type PartName = (typeof PART_NAMES)[number];

export const USAGE = `usage: npm run bench [-- [--json] [part…]]

Measures the built server on this machine (build first).

  DATABASE_URL           a PostgreSQL 15+ with pgvector 0.8+, as a user who may create databases: kag_bench_<pid> is made
                         there and dropped at the end (required)
  SANDBOX_CONVERSATIONS  conversations to sync, JSON lines {id, services[], turns[{speaker, text}]}; unset: made up
  --json                 print JSON instead of the table
  --help                 this text
  part…                  only these of: ${PART_NAMES.join(', ')}
`;

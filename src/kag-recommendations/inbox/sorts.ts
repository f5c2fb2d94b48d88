/** What comes first: the most urgent, what is due first, the newest, or projects by name. */
export const SORTS = ['urgent', 'due', 'newest', 'project'] as const;
export type InboxSort = (typeof SORTS)[number];

/** When it opened, the last time. */
const OPENED = `coalesce(r.reopened_at, r.episode_started_at)`;

interface Key {
  sql: string;
  type: 'number' | 'string';
}

const PRIORITY: Key = { sql: '-r.priority', type: 'number' };
const DUE: Key = { sql: `r.due_date - DATE '2000-01-01'`, type: 'number' };
/** Microseconds, which a float8 holds whole. */
const NEWEST: Key = { sql: `-(extract(epoch FROM ${OPENED}) * 1000000)::float8`, type: 'number' };
const PROJECT: Key = { sql: 'lower(p.name)', type: 'string' };

/** What rows are sorted by, each key upwards; the id decides between equal ones. */
export const KEYS: Readonly<Record<InboxSort, readonly [Key, Key]>> = {
  urgent: [PRIORITY, DUE],
  due: [DUE, PRIORITY],
  newest: [NEWEST, PRIORITY],
  project: [PROJECT, PRIORITY],
};

/** The type of each part of a cursor. */
export const placeParts = (sort: InboxSort) => [...KEYS[sort].map(({ type }) => type), 'uuid' as const];

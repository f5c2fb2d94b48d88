import { z } from 'zod';

const walkSchema = z.object({
  /** All issues by their creation, then what changed since that began. */
  phase: z.enum(['issues', 'changes']),
  /** Under which scope; a walk under another one says nothing. */
  scope: z.string(),
  /** Closed issues that were last updated before are not taken. */
  horizon: z.string(),
  /** What changed from here on is still to be looked through, comments and relations too. */
  from: z.string(),
  /** The same for the pass that is under way. */
  since: z.string(),
  /** The newest change that the list showed when this pass began: what came later is the next one's. */
  newest: z.string(),
  pass: z.int().positive(),
  /** Whether a walk over everything led here. */
  first: z.boolean(),
  after: z.string().nullable(),
  until: z.string().nullable(),
  done: z.int().nonnegative(),
});
/** Where a sync is; times are ISO 8601 of Linear's clock. */
export type LinearWalk = z.infer<typeof walkSchema>;

/** @returns the position in a stored cursor, or null when this version can't go on from it */
export function readWalk(cursor: Record<string, unknown> | null): LinearWalk | null {
  const parsed = walkSchema.safeParse(cursor);
  return parsed.success ? parsed.data : null;
}

/** What outlives a sync beside its time; kept in `cursor_id`, since Linear has no ties that would need it. */
export interface LinearMarks {
  readonly workspace: string | null;
  readonly scope: string | null;
  /** Cursor at which the next look at open issues begins. */
  readonly sweep: string | null;
}

const KEYS = ['workspace', 'scope', 'sweep'] as const;

export function readMarks(text: string | null): LinearMarks {
  const values = new Map((text ?? '').split(' ').map((part) => part.split(/=(.*)/s, 2) as [string, string]));
  const [workspace, scope, sweep] = KEYS.map((key) => values.get(key) || null);
  return { workspace: workspace ?? null, scope: scope ?? null, sweep: sweep ?? null };
}

export const writeMarks = (marks: LinearMarks): string =>
  KEYS.flatMap((key) => (marks[key] === null ? [] : [`${key}=${marks[key]}`])).join(' ');

/** In whole minutes, so that syncs of other projects ask the same and can share the answer. */
export const wholeMinute = (ms: number): string => new Date(Math.floor(ms / 60_000) * 60_000).toISOString();

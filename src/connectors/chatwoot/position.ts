import { z } from 'zod';

/** Where a first sync is. Times are unix seconds of the vendor's clock. */
const walkSchema = z.object({
  phase: z.enum(['conversations', 'contacts', 'catch_up']),
  /** How often the conversations have been walked before. */
  round: z.int().nonnegative(),
  page: z.int().positive(),
  /** Conversations new to us in this round. */
  added: z.int().nonnegative(),
  /** Conversations walked past, for progress. */
  done: z.int().nonnegative(),
  /** Everything up to here was in the lists before the walk began. */
  watermark: z.number(),
  /** Conversations whose last activity is older are not taken. */
  horizon: z.number(),
});
export type Walk = z.infer<typeof walkSchema>;

/** @returns the position in a stored cursor, or null when there is none that this version can go on from */
export function readWalk(cursor: Record<string, unknown> | null): Walk | null {
  const parsed = walkSchema.safeParse(cursor);
  return parsed.success ? parsed.data : null;
}

/** The page at which the next sync goes on looking for changes that leave no trace in any order. */
export interface Sweep {
  readonly conversations: number;
  readonly contacts: number;
}

/**
 * Kept in `cursor_id`, since it outlives every walk and the vendor has no order with ties that would need it.
 * @returns the start of both lists when the text is none of ours
 */
export function readSweep(text: string | null): Sweep {
  const match = /^sweep conversations=(\d{1,9}) contacts=(\d{1,9})$/.exec(text ?? '');
  const page = (group: string | undefined) => Math.max(1, Number(group ?? 1));
  return { conversations: page(match?.[1]), contacts: page(match?.[2]) };
}

export const writeSweep = (sweep: Sweep): string =>
  `sweep conversations=${sweep.conversations} contacts=${sweep.contacts}`;

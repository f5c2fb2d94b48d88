import { z } from 'zod';

/** Where a first walk over the conversations is. Times are unix seconds of the vendor's clock. */
const walkSchema = z.object({
  phase: z.enum(['conversations', 'catch_up']),
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
export type ChatwootWalk = z.infer<typeof walkSchema>;

/** Where a first walk over the contacts is. */
const contactsWalkSchema = z.object({
  phase: z.literal('contacts'),
  page: z.int().positive(),
  watermark: z.number(),
});
export type ContactsWalk = z.infer<typeof contactsWalkSchema>;

/** @returns the position in a stored cursor, or null when this version can't go on from it */
export function readWalk(cursor: Record<string, unknown> | null): ChatwootWalk | null {
  const parsed = walkSchema.safeParse(cursor);
  return parsed.success ? parsed.data : null;
}

/** The same for contacts. */
export function readContactsWalk(cursor: Record<string, unknown> | null): ContactsWalk | null {
  const parsed = contactsWalkSchema.safeParse(cursor);
  return parsed.success ? parsed.data : null;
}

/**
 * The page at which the next sync goes on looking for changes that leave no trace in any order. Kept in a stream's
 * `cursor_id`, since it outlives every walk and the vendor has no order with ties that would need it.
 */
export function readSweep(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Math.max(1, Number(text)) : 1;
}

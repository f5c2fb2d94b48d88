import { z } from 'zod';
import type { WalkPlace } from './listed.js';

/** Where a first scan of a list is: from which place it goes on, and when it began. */
const positionSchema = z.looseObject({ resource: z.string(), started: z.iso.datetime() });
export type Position = z.infer<typeof positionSchema> & WalkPlace;

/** After a longer pause too much has moved to go on in the middle. */
const LONGEST_PAUSE_MS = 6 * 3_600_000;

/** @returns the position in a list's stored cursor, or null at the beginning */
export function readPosition(cursor: WalkPlace | null, list: string, now: Date): Position | null {
  const parsed = positionSchema.safeParse(cursor);
  if (!parsed.success || parsed.data.resource !== list) return null;
  return now.getTime() - Date.parse(parsed.data.started) > LONGEST_PAUSE_MS ? null : parsed.data;
}

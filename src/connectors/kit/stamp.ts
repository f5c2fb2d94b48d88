import { z } from 'zod';
import { isStorableTime } from '../domain/vendor-time.js';

/** A vendor's time: the moment to the millisecond, and the text with all its digits. */
export interface Stamp {
  readonly at: Date;
  readonly exact: string;
}

/** @returns null for what is not an ISO time, or lies outside what PostgreSQL and people use */
export function readStamp(value: unknown): Stamp | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(value)) return null;
  const at = new Date(value);
  return isStorableTime(at.getTime()) ? { at, exact: value } : null;
}

export const stamp = z.unknown().transform((value, context): Stamp => {
  const read = readStamp(value);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'is not a time' });
  return z.NEVER;
});
export const maybeStamp = stamp.nullish().transform((value) => value ?? null);

import type { z } from 'zod';
import { readAnswer } from '../kit/read-rows.js';

export const readAttio = <T>(schema: z.ZodType<T>, body: unknown, endpoint: string): T =>
  readAnswer('Attio', schema, body, endpoint);

/** The last part of a raw object's id, such as `record_id`; null when it can't be read. */
export function rawId(raw: unknown, part: string): string | null {
  const ids = (raw as { id?: unknown } | null)?.id;
  const id = typeof ids === 'object' && ids !== null ? (ids as Record<string, unknown>)[part] : null;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : null;
}

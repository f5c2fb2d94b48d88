import type { z } from 'zod';
import { readAnswer, readRows as readEach, type ReadRows } from '../kit/read-rows.js';
import { withoutSecrets } from './clean.js';

/** The id of a raw row, or null when it has none that can be read. */
export function rowId(row: unknown): number | null {
  const id = typeof row === 'object' && row !== null ? Number((row as { id?: unknown }).id) : Number.NaN;
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Reads rows one by one, as the kit does; what is kept of the unreadable is without the vendor's secrets. */
export function readRows<T>(
  schema: z.ZodType<T>,
  rows: readonly unknown[],
  refOf: (id: number | null) => string,
): ReadRows<T> {
  const { records, failures } = readEach(schema, rows, (raw) => refOf(rowId(raw)));
  return { records, failures: failures.map((each) => ({ ...each, payload: withoutSecrets(each.payload) })) };
}

export const readWrapper = <T>(schema: z.ZodType<T>, body: unknown, endpoint: string): T =>
  readAnswer('Chatwoot', schema, body, endpoint);

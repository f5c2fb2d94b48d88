import type { z } from 'zod';
import type { RecordFailure } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { saying } from '../core/vendor-words.js';
import { withoutSecrets } from './clean.js';

/** A vendor object that could be read: its fields, and all of it as it came. */
export interface Read<T> {
  readonly fields: T;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface ReadRows<T> {
  readonly records: readonly Read<T>[];
  readonly failures: readonly RecordFailure[];
}

/** The id of a raw row, or null when it has none that can be read. */
export function rowId(row: unknown): number | null {
  const id = typeof row === 'object' && row !== null ? Number((row as { id?: unknown }).id) : Number.NaN;
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/**
 * Reads rows one by one: those that don't fit become failures, and never take the others down.
 * @param refOf names a row for a later retry, by its id, or by its place when even that can't be read
 */
export function readRows<T>(
  schema: z.ZodType<T>,
  rows: readonly unknown[],
  refOf: (id: number | null) => string,
): ReadRows<T> {
  const records: Read<T>[] = [];
  const failures: RecordFailure[] = [];
  for (const raw of rows) {
    const parsed = schema.safeParse(raw);
    if (parsed.success) records.push({ fields: parsed.data, raw: raw as Record<string, unknown> });
    else
      failures.push({
        source_ref: refOf(rowId(raw)),
        message: problemText(parsed.error),
        payload: withoutSecrets(raw),
      });
  }
  return { records, failures };
}

/** @returns the answer's wrapper @throws SyncError `bad_payload` when it isn't what the endpoint is known to give */
export function readWrapper<T>(schema: z.ZodType<T>, body: unknown, endpoint: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new SyncError(
    'bad_payload',
    `Chatwoot answered ${endpoint} in a form that can't be read: ${problemText(parsed.error)}${saying(body)}`,
  );
}

function problemText(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`)
    .join('; ')
    .slice(0, 500);
}

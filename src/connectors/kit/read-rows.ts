import type { z } from 'zod';
import type { RecordFailure } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { saying } from '../core/vendor-words.js';

/** A vendor's object that could be read: its fields, and all of it as it came. */
export interface Read<T> {
  readonly fields: T;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface ReadRows<T> {
  readonly records: readonly Read<T>[];
  readonly failures: readonly RecordFailure[];
}

/** The object, or in words why it can't be read. */
export function readObject<T>(schema: z.ZodType<T>, raw: unknown): Read<T> | string {
  const parsed = schema.safeParse(raw);
  return parsed.success ? { fields: parsed.data, raw: raw as Record<string, unknown> } : problemText(parsed.error);
}

/**
 * Reads rows one by one: those that don't fit become failures, and never take the others down.
 * @param refOf names a row for a later retry, by its id, or by its place when even that can't be read
 */
export function readRows<T>(
  schema: z.ZodType<T>,
  rows: readonly unknown[],
  refOf: (raw: unknown) => string,
): ReadRows<T> {
  const records: Read<T>[] = [];
  const failures: RecordFailure[] = [];
  for (const raw of rows) {
    const read = readObject(schema, raw);
    if (typeof read === 'string') failures.push({ source_ref: refOf(raw), message: read, payload: raw });
    else records.push(read);
  }
  return { records, failures };
}

/**
 * @returns the part of an answer
 * @throws SyncError `bad_payload` when it isn't what the endpoint is known to give
 */
export function readAnswer<T>(vendor: string, schema: z.ZodType<T>, part: unknown, endpoint: string): T {
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new SyncError(
    'bad_payload',
    `${vendor} answered ${endpoint} in a form that can't be read: ${problemText(parsed.error)}${saying(part)}`,
  );
}

function problemText(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`)
    .join('; ')
    .slice(0, 500);
}

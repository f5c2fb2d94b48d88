import { z } from 'zod';
import type { RecordFailure } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { saying } from '../core/vendor-words.js';
import { Unresolved } from './field-errors.js';

/** An object that could be read: its fields, and all of it as it came. */
export interface Read<T> {
  readonly fields: T;
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface ReadRows<T> {
  readonly records: readonly Read<T>[];
  readonly failures: readonly RecordFailure[];
}

/** The id of a raw node, or null when it has none that can be read. */
export function nodeId(given: unknown): string | null {
  const node = given instanceof Unresolved ? given.node : given;
  const id = typeof node === 'object' && node !== null ? (node as { id?: unknown }).id : undefined;
  return typeof id === 'string' && id !== '' ? id : null;
}

/**
 * Reads nodes one by one: those that don't fit become failures, and never take the others down.
 * @param refOf names a node for a later retry, by its id, or by its place when even that can't be read
 */
export function readRows<T>(
  schema: z.ZodType<T>,
  nodes: readonly unknown[],
  refOf: (id: string | null) => string,
): ReadRows<T> {
  const records: Read<T>[] = [];
  const failures: RecordFailure[] = [];
  for (const raw of nodes) {
    if (raw instanceof Unresolved) {
      failures.push({ source_ref: refOf(nodeId(raw)), message: raw.problem, payload: raw.node });
      continue;
    }
    const parsed = schema.safeParse(raw);
    if (parsed.success) records.push({ fields: parsed.data, raw: raw as Record<string, unknown> });
    else failures.push({ source_ref: refOf(nodeId(raw)), message: problemText(parsed.error), payload: raw });
  }
  return { records, failures };
}

/** @returns the part of an answer @throws SyncError `bad_payload` when it isn't what the query is known to give */
export function readPart<T>(schema: z.ZodType<T>, part: unknown, name: string): T {
  const parsed = schema.safeParse(part);
  if (parsed.success) return parsed.data;
  throw new SyncError(
    'bad_payload',
    `Linear answered ${name} in a form that can't be read: ${problemText(parsed.error)}${saying(part)}`,
  );
}

function problemText(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`)
    .join('; ')
    .slice(0, 500);
}

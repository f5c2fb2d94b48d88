import type { z } from 'zod';
import { SyncError } from '../core/sync-error.js';
import { saying } from '../core/vendor-words.js';

/** A vendor object that could be read: its fields, and all of it as it came. */
export interface Read<T> {
  readonly fields: T;
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The object, or in words why it can't be read. */
export function readObject<T>(schema: z.ZodType<T>, raw: unknown): Read<T> | string {
  const parsed = schema.safeParse(raw);
  return parsed.success ? { fields: parsed.data, raw: raw as Record<string, unknown> } : problemText(parsed.error);
}

/** @returns the answer's wrapper @throws SyncError `bad_payload` when it isn't what the endpoint is known to give */
export function readAnswer<T>(schema: z.ZodType<T>, body: unknown, endpoint: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new SyncError(
    'bad_payload',
    `Attio answered ${endpoint} in a form that can't be read: ${problemText(parsed.error)}${saying(body)}`,
  );
}

/** The last part of a raw object's id, such as `record_id`; null when there is none that can be read. */
export function rawId(raw: unknown, part: string): string | null {
  const ids = (raw as { id?: unknown } | null)?.id;
  const id = typeof ids === 'object' && ids !== null ? (ids as Record<string, unknown>)[part] : null;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : null;
}

function problemText(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`)
    .join('; ')
    .slice(0, 500);
}

import type { z } from 'zod';
import type { RecordFailure } from '../core/contract.js';
import type { Read } from '../kit/read-rows.js';
import { readRows } from './parse.js';
import { type LinearIssue, incomingSchema, outgoingSchema } from './payloads.js';

/**
 * Whether an end of a relation is missing: the other issue was purged, or is in a team that the token may not see. Such
 * a relation ties nothing of ours, and is left out as if it were not there.
 */
export function lacksAnEnd(relation: unknown): boolean {
  if (typeof relation !== 'object' || relation === null) return false;
  return ['issue', 'relatedIssue'].some((end) => (relation as Record<string, unknown>)[end] === null);
}

/** Relations of an issue that can't be read: failures of their own, while the issue is in. */
export function unreadRelations({ fields, raw }: Read<LinearIssue>): readonly RecordFailure[] {
  const failuresOf = (schema: z.ZodType, list: unknown) => {
    const { nodes } = list as { nodes: readonly unknown[] };
    const whole = nodes.filter((node) => !lacksAnEnd(node));
    return readRows(schema, whole, (id) => (id === null ? `issue:${fields.id}` : `relation:${id}`)).failures;
  };
  return [...failuresOf(outgoingSchema, raw['relations']), ...failuresOf(incomingSchema, raw['inverseRelations'])];
}

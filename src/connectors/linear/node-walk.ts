import { type CursorPlace, walkCursor } from '../kit/walk-cursor.js';
import { Unresolved } from './field-errors.js';
import type { LinearPage } from './linear-api.js';
import { nodeId } from './parse.js';

/**
 * The pages of one of Linear's lists.
 * @param timeOf null where the list can't be asked for older rows
 */
export const walkNodes = (
  read: (place: CursorPlace) => Promise<LinearPage>,
  start: CursorPlace,
  timeOf: ((row: unknown) => string | null) | null,
) => walkCursor({ name: 'Linear', read, idOf: nodeId, timeOf: timeOf ?? undefined }, start);

/** A time of a node in the one form in which such times compare, or null when it has none. */
export function timeOf(given: unknown, field: 'createdAt' | 'updatedAt'): string | null {
  const row = given instanceof Unresolved ? given.node : given;
  const value = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[field] : null;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

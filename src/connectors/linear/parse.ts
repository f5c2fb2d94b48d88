import type { z } from 'zod';
import { readAnswer, readRows as readEach, type ReadRows } from '../kit/read-rows.js';
import { Unresolved } from './field-errors.js';

/** The id of a raw node, or null when it has none that can be read. */
export function nodeId(given: unknown): string | null {
  const node = given instanceof Unresolved ? given.node : given;
  const id = typeof node === 'object' && node !== null ? (node as { id?: unknown }).id : undefined;
  return typeof id === 'string' && id !== '' ? id : null;
}

/**
 * Reads nodes one by one, as the kit does; those of which Linear could not say everything are failures of their own.
 */
export function readRows<T>(
  schema: z.ZodType<T>,
  nodes: readonly unknown[],
  refOf: (id: string | null) => string,
): ReadRows<T> {
  const ref = (node: unknown) => refOf(nodeId(node));
  const unresolved = nodes.filter((node) => node instanceof Unresolved);
  const { records, failures } = readEach(
    schema,
    nodes.filter((node) => !(node instanceof Unresolved)),
    ref,
  );
  const incomplete = unresolved.map((each) => ({ source_ref: ref(each), message: each.problem, payload: each.node }));
  return { records, failures: [...incomplete, ...failures] };
}

export const readPart = <T>(schema: z.ZodType<T>, part: unknown, name: string): T =>
  readAnswer('Linear', schema, part, name);

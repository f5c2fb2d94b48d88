import { toSql } from 'pgvector';

/**
 * A vector as pgvector reads it. Five digits: a half-precision number holds little more than three, and the statement
 * is a third as long as with all of them.
 */
export function toHalfvec(vector: readonly number[]): string {
  return toSql(vector.map((value) => Number(value.toPrecision(5)))) ?? '[]';
}

import { toSql } from 'pgvector';

/**
 * A vector as pgvector reads it. Five digits: a half-precision number holds little more than three, and the statement
 * is a third as long as with all of them.
 */
export function toHalfvec(vector: readonly number[]): string {
  // Most places of a local embedding are empty, and rounding takes its time.
  return toSql(vector.map((value) => (value === 0 ? 0 : Number(value.toPrecision(5))))) ?? '[]';
}

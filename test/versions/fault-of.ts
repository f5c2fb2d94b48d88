import { stableHash } from '../../src/common/stable-hash.js';
import type { Versioned } from './fingerprints.js';

const DIGITS = 6;
const LENGTH = 16;

/** A mark of a value that is equal for equal values: numbers as far as every machine computes them alike. */
export const fingerprintOf = (value: unknown): string => stableHash(rounded(value)).slice(0, LENGTH);

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(DIGITS));
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(rounded);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

/** What is wrong with a version that makes this; null: nothing is. */
export function faultOf(
  { what, bump, fingerprints }: Versioned,
  version: string | number,
  made: unknown,
): string | null {
  const found = fingerprintOf(made);
  const kept = fingerprints[version];
  if (kept === undefined) return `${version} is new: add '${version}': '${found}' to test/versions/fingerprints.ts`;
  if (kept === found) return null;
  const then = `then add '${found}' for it to test/versions/fingerprints.ts`;
  return `${what}: changed under the version ${version}. Bump ${bump}; ${then}`;
}

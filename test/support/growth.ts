import { expect } from '@jest/globals';

const PARTS = 16;
/**
 * Work that grows with the size takes as long in one piece as in sixteen, but for memory: a large piece leaves the
 * processor's caches, which was seen to take five times as long. By the square, it takes sixteen times as long.
 */
const MAX_TIMES = 8;
const TRIES = 10;
/** Below this there are too few steps to be the square of a size of 10,000 or more. */
const NEGLIGIBLE_US = 20_000;

/**
 * Expects that work grows in proportion to its size, not by the square: on any machine, however busy. What is compared
 * is processor time, the least of several tries, and only with the same work in small pieces.
 */
export function expectLinear(size: number, work: (size: number) => unknown): void {
  let whole = Infinity;
  let pieces = Infinity;
  for (let tried = 0; tried < TRIES; tried++) {
    whole = Math.min(whole, processorTime(work, size));
    if (whole < NEGLIGIBLE_US) return;
    pieces = Math.min(pieces, timeInPieces(work, size, whole / MAX_TIMES));
    if (whole <= MAX_TIMES * pieces) return;
  }
  expect(whole / pieces).toBeLessThanOrEqual(MAX_TIMES);
}

/** Of all pieces, or of those that have taken enough. None is as large as the last, whose result may be kept. */
function timeInPieces(work: (size: number) => unknown, size: number, enough: number): number {
  const largest = Math.ceil(size / PARTS);
  let taken = 0;
  for (let part = 0; part < PARTS && taken < enough; part++)
    taken += processorTime(work, Math.max(1, largest - (part % 2)));
  return taken;
}

function processorTime(work: (size: number) => unknown, size: number): number {
  const before = process.cpuUsage();
  work(size);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

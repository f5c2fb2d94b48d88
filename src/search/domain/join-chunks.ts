/** Of a chunk's length, how much of it the next one may say again at most: a chunk is half full at least. */
const MAX_OVERLAP = 0.2;

/**
 * The text that was cut into these chunks, in order. What one chunk says again of the one before is said once. Between
 * two that share nothing stood a blank, but for a cut within a run of letters, where a chunk is as full as chunks are.
 */
export function joinChunks(chunks: readonly string[]): string {
  const full = Math.max(0, ...chunks.map((chunk) => chunk.length));
  return chunks.reduce((text, chunk) => {
    if (text === '') return chunk;
    const overlap = overlapOf(text, chunk, Math.floor(full * MAX_OVERLAP));
    if (overlap > 0) return text + chunk.slice(overlap);
    return text + (endsFull(text, chunks, chunk, full) ? '' : ' ') + chunk;
  }, '');
}

function overlapOf(text: string, chunk: string, most: number): number {
  for (let length = Math.min(most, text.length, chunk.length); length > 0; length--)
    if (text.endsWith(chunk.slice(0, length))) return length;
  return 0;
}

const endsFull = (text: string, chunks: readonly string[], next: string, full: number): boolean => {
  const before = chunks[chunks.indexOf(next) - 1] ?? text;
  return before.length >= full - 1 && /\p{L}$/u.test(before) && /^\p{L}/u.test(next);
};

import type { ModelId } from './model-id.js';

/** Whether a model is asked for vectors of a length: where it is known to take that, always, or never. */
export type DimensionsWish = 'auto' | 'always' | 'never';

/** Lengths that models of OpenAI's third series have by themselves; only they are known to be shortened on request. */
const NATIVE: readonly [RegExp, number][] = [
  [/(^|\/)text-embedding-3-small\b/, 1536],
  [/(^|\/)text-embedding-3-large\b/, 3072],
];

/**
 * Whether requests say how long vectors are to be. Unknown to a model, `dimensions` makes it refuse every request, so
 * it is sent by itself only for models that take it, under a gateway's prefix too, and only where it changes something.
 */
export function asksForDimensions({ name, dim }: ModelId, wish: DimensionsWish = 'auto'): boolean {
  if (wish !== 'auto') return wish === 'always';
  const native = NATIVE.find(([pattern]) => pattern.test(name));
  return native ? native[1] !== dim : name.startsWith('text-embedding-3');
}

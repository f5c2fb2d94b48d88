import type { Band } from '../score.js';

/** Where a score's bands begin: the first step that a value reaches is its band. */
export interface Bands {
  steps: readonly { is: 'below' | 'at_least'; limit: number; band: Band }[];
  otherwise: Band;
}

export function bandOf({ steps, otherwise }: Bands, value: number): Band {
  const step = steps.find(({ is, limit }) => (is === 'below' ? value < limit : value >= limit));
  return step?.band ?? otherwise;
}

/** Bands of a score that is worse, or more, the higher it is. */
export const fromAbove = (otherwise: Band, ...steps: readonly (readonly [limit: number, band: Band])[]): Bands => ({
  steps: steps.map(([limit, band]) => ({ is: 'at_least', limit, band })),
  otherwise,
});

import { createHash } from 'node:crypto';
import { BITS, SIZE } from '../src/kag-events/domain/detect/learned/features.js';
import { HEARD, type Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { packed } from '../src/kag-events/domain/detect/learned/packing.js';
import { shareOf, WIDTH, type Example, type Fitted } from './fit.js';

const STEPS = 127;
/** Of steps: a weight below it says next to nothing, and half of all are. */
const LEAST = 2;
const HEAD = '// Written by `npm run train`: change the sentences in training/, not this.\n';

/** The text of vocabulary.ts. */
export const vocabularyFile = (vocabulary: readonly string[]): string =>
  `${HEAD}export const VOCABULARY =\n  '${vocabulary.join(' ')}';\n`;

/** The text of weights.ts. */
export function weightsFile(
  { weights }: Fitted,
  examples: readonly Example[],
  from: Readonly<Record<Heard, number>>,
  learnedFrom: string,
): string {
  const kinds = kindsIn(examples);
  const parts = HEARD.map((heard, at) => {
    const own = [...kinds]
      .map(([slot, kind]) => [slot, (weights[at * WIDTH + slot] ?? 0) * (shareOf[kind] ?? 1)] as const)
      .sort(([a], [b]) => a - b);
    const most = own.reduce((highest, [, weight]) => Math.max(highest, Math.abs(weight)), 0);
    const step = Number((most / STEPS).toPrecision(4));
    const steps = own
      .map(([slot, weight]) => [slot, Math.round(weight / step)] as const)
      .filter(([, count]) => Math.abs(count) >= LEAST);
    const bias = Number((weights[at * WIDTH + SIZE] ?? 0).toFixed(4));
    return `  ${heard}: {
    bias: ${bias},
    step: ${step},
    threshold: ${Number(from[heard].toFixed(4))},
    packed:
      '${packed(steps)}',
  },\n`;
  });
  const version = createHash('sha256').update(parts.join('')).digest('hex').slice(0, 8);
  return `${HEAD}import type { Trained } from './trained.js';

/** Changes with every training that changes a weight. */
export const VERSION = 'words-${version}';

/** Names what it was learned from. */
export const LEARNED_FROM = '${learnedFrom}';

export const TRAINED: Readonly<Record<string, Trained>> = {\n${parts.join('')}};\n`;
}

/** Of which kind the feature at each slot is: the share of a kind is part of the weight that is written. */
function kindsIn(all: readonly Example[]): Map<number, number> {
  const kinds = new Map<number, number>();
  for (const features of all.flatMap(({ sentences }) => sentences))
    for (const feature of features)
      if (!kinds.has(feature & (SIZE - 1))) kinds.set(feature & (SIZE - 1), feature >>> BITS);
  return kinds;
}

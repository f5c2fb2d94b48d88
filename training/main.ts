import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BITS, SIZE } from '../src/kag-events/domain/detect/learned/features.js';
import { HEARD, type Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { packed } from '../src/kag-events/domain/detect/learned/packing.js';
import { know } from '../src/kag-events/domain/detect/learned/spelling.js';
import { examplesOf, vocabularyOf } from './examples.js';
import { fit, shareOf, WIDTH, type Example, type Fitted } from './fit.js';
import { labelledSentences } from './sentences.js';
import { thresholdsFor } from './thresholds.js';

const LEARNED = join(
  import.meta.dirname.replace(/\bdist\/training$/, 'training'),
  '../src/kag-events/domain/detect/learned',
);
const STEPS = 127;
const HEAD = '// Written by `npm run train`: change the sentences in training/, not this.\n';

const trained = labelledSentences().filter(({ held }) => !held);
const vocabulary = vocabularyOf(trained);
know(vocabulary);
const thresholds = thresholdsFor(trained);
const examples = examplesOf(trained);
const fitted = fit(examples);
writeFileSync(join(LEARNED, 'vocabulary.ts'), `${HEAD}export const VOCABULARY =\n  '${vocabulary.join(' ')}';\n`);
writeFileSync(join(LEARNED, 'weights.ts'), weightsOf(fitted, kindsIn(examples), thresholds));
process.stdout.write(
  `${trained.length} sentences learned from, ${vocabulary.length} words known; heard from: ${JSON.stringify(thresholds)}\n`,
);

/** Of which kind the feature at each slot is: the share of a kind is part of the weight that is written. */
function kindsIn(all: readonly Example[]): Map<number, number> {
  const kinds = new Map<number, number>();
  for (const features of all.flatMap(({ sentences }) => sentences))
    for (const feature of features)
      if (!kinds.has(feature & (SIZE - 1))) kinds.set(feature & (SIZE - 1), feature >>> BITS);
  return kinds;
}

function weightsOf({ weights }: Fitted, kinds: ReadonlyMap<number, number>, from: Record<Heard, number>): string {
  const parts = HEARD.map((heard, at) => {
    const own = [...kinds]
      .map(([slot, kind]) => [slot, (weights[at * WIDTH + slot] ?? 0) * (shareOf[kind] ?? 1)] as const)
      .sort(([a], [b]) => a - b);
    const most = own.reduce((highest, [, weight]) => Math.max(highest, Math.abs(weight)), 0);
    const step = Number((most / STEPS).toPrecision(4));
    const steps = own
      .map(([slot, weight]) => [slot, Math.round(weight / step)] as const)
      .filter(([, count]) => count !== 0);
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

export const TRAINED: Readonly<Record<string, Trained>> = {\n${parts.join('')}};\n`;
}

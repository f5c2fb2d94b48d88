import { HEARD, type Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { fit, scoresOf } from './fit.js';
import { exampleOf, examplesOf } from './examples.js';
import type { Labelled } from './sentences.js';

const FOLDS = 4;
/** How much of what only looks like it may be heard falsely: the sentences of the same file. */
const ALIKE: Partial<Record<Heard, string>> = {
  approval_request: 'approval-request',
  approval: 'approval',
  agreement: 'agreement',
  scope_change: 'scope-change',
  need: 'need',
};
const MOST_FALSE: Readonly<Record<Heard, number>> = {
  approval_request: 0.12,
  approval: 0.1,
  agreement: 0.1,
  scope_change: 0.12,
  need: 0.12,
  answer_of_client: 0.12,
  answer_of_team: 0.1,
  pleased: 0.03,
  unhappy: 0.04,
};

/**
 * From which score on something is heard, by precision: as low as lets no more than a set share of near misses through,
 * in sentences that were left out while the weights they are judged by were learned.
 */
export function thresholdsFor(trained: readonly Labelled[]): Record<Heard, number> {
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fit(examplesOf(trained.filter((_one, at) => at % FOLDS !== fold)));
    return trained
      .filter((_one, at) => at % FOLDS === fold)
      .map((one) => ({ one, scores: scoresOf(fitted, exampleOf(one).sentences) }));
  }).flat();
  const thresholds = HEARD.map((heard, at) => {
    const near = judged
      .filter(({ one }) => one.right[heard] === false && one.about !== 'sure')
      .filter(({ one }) => ALIKE[heard] === undefined || ALIKE[heard] === one.about)
      .map(({ scores }) => scores[at] ?? 0)
      .sort((a, b) => b - a);
    return [heard, near[Math.floor(near.length * MOST_FALSE[heard])] ?? 0] as const;
  });
  return Object.fromEntries(thresholds) as Record<Heard, number>;
}

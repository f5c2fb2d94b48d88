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
  approval_request: 0.07,
  approval: 0.07,
  agreement: 0.07,
  scope_change: 0.07,
  need: 0.07,
  answer_of_client: 0.12,
  answer_of_team: 0.1,
  pleased: 0.05,
  unhappy: 0.05,
};

/** The same for what is about something else altogether. */
const MOST_FALSE_ELSEWHERE = 0.004;

/**
 * From which score on something is heard, by precision: as low as lets no more than a set share of near misses through,
 * and hardly any of what is about something else, in sentences that were left out, with all that is made of the same
 * line, while the weights they are judged by were learned.
 */
export function thresholdsFor(trained: readonly Labelled[]): Record<Heard, number> {
  const foldOf = ({ line }: Labelled) => Math.floor(line / 3) % FOLDS;
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const fitted = fit(examplesOf(trained.filter((one) => foldOf(one) !== fold)));
    return trained
      .filter((one) => foldOf(one) === fold && one.about !== 'sure')
      .map((one) => ({ one, scores: scoresOf(fitted, exampleOf(one).sentences) }));
  }).flat();
  const thresholds = HEARD.map((heard, at) => {
    const wrong = judged.filter(({ one }) => one.right[heard] === false);
    const isNear = ({ one }: (typeof wrong)[number]) => ALIKE[heard] === undefined || ALIKE[heard] === one.about;
    const from = (some: typeof wrong, most: number) => {
      const scores = some.map((one) => one.scores[at] ?? 0).sort((a, b) => b - a);
      return scores[Math.floor(scores.length * most)] ?? -Infinity;
    };
    const near = from(wrong.filter(isNear), MOST_FALSE[heard]);
    const elsewhere = from(
      wrong.filter((one) => !isNear(one)),
      MOST_FALSE_ELSEWHERE,
    );
    return [heard, Math.max(near, elsewhere)] as const;
  });
  return Object.fromEntries(thresholds) as Record<Heard, number>;
}

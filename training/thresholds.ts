import { HEARD, type Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { fit, scoresOf } from './fit.js';
import { exampleOf, examplesOf } from './examples.js';
import type { Labelled } from './sentences.js';

const FOLDS = 4;
/** The sentences that only look like it stand in a file of their own; for a mood that is every one. */
const ALIKE: Partial<Record<Heard, string>> = {
  approval_request: 'approval-request',
  approval: 'approval',
  agreement: 'agreement',
  scope_change: 'scope-change',
  need: 'need',
};
interface MostFalse {
  /** How much of what only looks like it may be heard falsely. */
  readonly alike: number;
  /** The same for what is about something else altogether. */
  readonly elsewhere: number;
}
/** What asks for an answer, or binds, is heard less freely than what somebody may look at. */
const MAX_FALSE: Readonly<Record<Heard, MostFalse>> = {
  approval_request: { alike: 0.07, elsewhere: 0.003 },
  approval: { alike: 0.07, elsewhere: 0.002 },
  agreement: { alike: 0.07, elsewhere: 0.003 },
  scope_change: { alike: 0.07, elsewhere: 0.004 },
  need: { alike: 0.07, elsewhere: 0.004 },
  pleased: { alike: 0.02, elsewhere: 0 },
  unhappy: { alike: 0.02, elsewhere: 0 },
};

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
    const { alike, elsewhere } = MAX_FALSE[heard];
    const near = from(wrong.filter(isNear), alike);
    const far = from(
      wrong.filter((one) => !isNear(one)),
      elsewhere,
    );
    return [heard, Math.max(near, far)] as const;
  });
  return Object.fromEntries(thresholds) as Record<Heard, number>;
}

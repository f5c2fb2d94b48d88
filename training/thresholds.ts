import { HEARD, type Heard } from '../src/kag-events/domain/detect/learned/model.js';
import { fit, scoresOf, type Fitted } from './fit.js';
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
/** What is said all day, and is none of what is heard. */
const TALK = 'talk';
interface MostFalse {
  /** How much of what only looks like it may be heard falsely. */
  readonly alike: number;
  /** The same for what looks like something else that is heard. */
  readonly elsewhere: number;
  /** The same for ordinary talk. */
  readonly talk: number;
}
/** What asks for an answer, or binds, is heard less freely than what somebody may look at. */
const MAX_FALSE: Readonly<Record<Heard, MostFalse>> = {
  approval_request: { alike: 0.045, elsewhere: 0.03, talk: 0.025 },
  approval: { alike: 0.05, elsewhere: 0.03, talk: 0.03 },
  agreement: { alike: 0.07, elsewhere: 0.01, talk: 0.01 },
  scope_change: { alike: 0.04, elsewhere: 0.02, talk: 0.015 },
  need: { alike: 0.08, elsewhere: 0.03, talk: 0.02 },
  pleased: { alike: 0.03, elsewhere: 0, talk: 0 },
  unhappy: { alike: 0.04, elsewhere: 0, talk: 0 },
};

/** What is learned from each of some sets, in their order. */
export type FitAll = (sets: readonly (readonly Labelled[])[]) => Promise<Fitted[]>;

const fitHere: FitAll = (sets) => Promise.resolve(sets.map((labelled) => fit(examplesOf(labelled))));

/**
 * From which score on something is heard, by precision: as low as lets no more than a set share of near misses through,
 * and hardly any of what is about something else, in sentences that were left out, with all that is made of the same
 * line, while the weights they are judged by were learned.
 */
export async function thresholdsFor(
  trained: readonly Labelled[],
  fitAll: FitAll = fitHere,
): Promise<Record<Heard, number>> {
  const foldOf = ({ line }: Labelled) => Math.floor(line / 3) % FOLDS;
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const fitted = await fitAll(folds.map((fold) => trained.filter((one) => foldOf(one) !== fold)));
  const judged = fitted.flatMap((weights, fold) =>
    trained
      .filter((one) => foldOf(one) === fold && one.about !== 'sure')
      .map((one) => ({ one, scores: scoresOf(weights, exampleOf(one).sentences) })),
  );
  const thresholds = HEARD.map((heard, at) => {
    const wrong = judged.filter(({ one }) => one.right[heard] === false);
    const groupOf = ({ one: { about } }: (typeof wrong)[number]): keyof MostFalse =>
      ALIKE[heard] === undefined || ALIKE[heard] === about ? 'alike' : about === TALK ? 'talk' : 'elsewhere';
    const least = (group: keyof MostFalse) => {
      const scores = wrong
        .filter((one) => groupOf(one) === group)
        .map(({ scores }) => scores[at] ?? 0)
        .sort((a, b) => b - a);
      return scores[Math.floor(scores.length * MAX_FALSE[heard][group])] ?? -Infinity;
    };
    return [heard, Math.max(least('alike'), least('elsewhere'), least('talk'))] as const;
  });
  return Object.fromEntries(thresholds) as Record<Heard, number>;
}

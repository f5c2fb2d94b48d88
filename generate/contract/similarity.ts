import { LEAST_SPREAD } from '../../src/similarity/domain/spread.js';
import { CONTEXT_WEIGHTS, WEIGHTS } from '../../src/similarity/domain/similarity.js';
import { FOLLOW_DAYS } from '../../src/similarity/domain/what-followed.js';
import { WINDOW_DAYS } from '../../src/similarity/domain/signature.js';
import {
  CHANGE_KEYS,
  CHANGES,
  LEVEL_KEYS,
  LEVELS,
  type ChangeKey,
  type LevelKey,
} from '../../src/similarity/domain/vector.js';
import { REASON_TEXTS } from '../../src/similarity/domain/reason-texts.js';
import { RAISED_LATER } from '../../src/similarity/domain/why-similar.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
\`GET /kag/similar-cases\`: projects of the same account scope that are, or were, in a similar place; why that is so; and what
then followed. It explains: no forecast is made of it.

A project's latest window of ${WINDOW_DAYS.join(', ')} days is compared with all kept windows of all other projects: the latest of
each, and those of past weeks, Monday to Sunday. Each project is shown by its most similar window. A project that is over is
kept by the windows up to its end. Days of which no measures are kept are left out.
`;

const SIMILARITY = `
- **Numbers** (${WEIGHTS.numbers}): each of the numbers below by how far it stands out: by how many standard deviations of all
  windows of the scope it lies above their mean, 0 where it does not or is not known. A standard deviation counts as
  ${LEAST_SPREAD} at least. Of two windows the sum of the smaller values is divided by the sum of the larger ones: how much of what
  stands out in either does so in both. Where nothing stands out in either, they are alike.
- **Event patterns** (${WEIGHTS.patterns}): of the pairs of consecutive events that either window has, the share that both have.
- **Circumstances** (${WEIGHTS.context}): the same type of project (${CONTEXT_WEIGHTS.project_type}) and the same stage of the latest deal
  (${CONTEXT_WEIGHTS.deal_stage}). The budget, of the deals that are open, is told where both have one and it is in the same band; it
  decides nothing.
`;

const FOLLOWED = `
\`outcomes_seen\` of a case: its [onsets](onsets.md) that began within ${FOLLOW_DAYS} days after the last day of its window; none
that are older or newer. \`followed\` counts them, risk by risk: in how many of the cases it came about (\`came\`), of those in
which it could (\`of\`): cases in which it was there already when the window ended are left out, and so are those whose
${FOLLOW_DAYS} days are not over, unless it came. \`usual\` is the same of all windows of all other projects of the scope.
`;

const row = (key: LevelKey | ChangeKey, what: string): string[] => [code([key]), what];

/** docs/contract/similarity.md. */
export const similarityPage: GeneratedFile = {
  path: 'docs/contract/similarity.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Similar cases',
      INTRODUCTION,
      '## The similarity of two windows',
      'From 0 to 1, the sum of three parts, each from 0 to its weight:',
      SIMILARITY,
      '## Numbers of a window',
      'By [measures](onsets.md#measures): of the first ones the mean of the days on which they are known, from 0 to 1; of the last ones, from −1 to 1, by how much they grew from the first of these days to the last.',
      table(
        ['number', 'from 0 to 1'],
        [
          ...LEVEL_KEYS.map((key) => row(key, LEVELS[key].is)),
          ...CHANGE_KEYS.map((key) => row(key, `growth of \`${CHANGES[key]}\``)),
        ],
      ),
      '## Reasons',
      `What is raised in both (0.2 or more, a margin ${RAISED_LATER.margin} or more) and not more than 0.2 apart, the strongest three; ` +
        'then what else they share.',
      table(
        ['code', 'says'],
        Object.entries(REASON_TEXTS.en).map(([key, text]) => [code([key]), text]),
      ),
      '## What followed',
      FOLLOWED,
    ].join('\n\n'),
};

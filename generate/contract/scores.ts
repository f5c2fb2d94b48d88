import { SCORE_REFS } from '../../src/kag-signals/domain/evidence.js';
import { LEAST_COVERAGE } from '../../src/kag-signals/domain/scores/build.js';
import { WORST, type Causes } from '../../src/kag-signals/domain/scores/by-the-worst.js';
import { FULL_REVENUE, VALUE_BANDS, VALUE_WEIGHTS } from '../../src/kag-signals/domain/scores/client-value.js';
import { COMPONENTS, type Component } from '../../src/kag-signals/domain/scores/components.js';
import { HEALTH_BANDS, HEALTH_CAUSES } from '../../src/kag-signals/domain/scores/project-health.js';
import { RISK_BANDS, RISK_CAUSES } from '../../src/kag-signals/domain/scores/risk.js';
import {
  CALM_BY_RISK,
  NEED,
  SCOPE_WISH,
  UPSELL_BANDS,
  UPSELL_WEIGHTS,
} from '../../src/kag-signals/domain/scores/upsell-likelihood.js';
import { NEED_DAYS, WISH_DAYS } from '../../src/kag-signals/domain/tracks/wishes.js';
import type { Bands } from '../../src/kag-signals/domain/scores/bands.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
What \`GET /kag/scores\` shows: four numbers from 0 to 100, made of the [signals](signals.md) of the same moment, of
what was earned, and of what the client lately wished for. \`factors\` are the parts that are known; their \`contribution\` is \`weight\` × \`value\`, and all of them
together are the score (health: 100 and all of them). A score's evidence, ${SCORE_REFS} pieces at most, is that of the parts
that add or take most, first.

A part that is not known has no weight. \`coverage\` is the share of the weight that is known. Below ${LEAST_COVERAGE} a score is not
known: its \`value\` and \`band\` are null. A project without data has no health, rather than a perfect one.
`;

const CONCERNS = `
How much is wrong in something, from 0 to 100: 0 at the first value, 100 at the second, in proportion between. Where
a concern has two signals, the worse of those that are known counts, since both tell of one cause.
`;

const share = (value: number): string => String(Math.round(value * 1e6) / 1e6);

const BY_THE_WORST = `
Health and risk show the worst cause, however well all else goes: causes are put in order of what they weigh and are
(weight × concern). The first takes up to ${100 * WORST} % of health, and adds as much to risk; each further one takes up to
${100 * WORST} % of what a full one before it would leave. So one full cause of weight 1 means a health of ${share(100 * (1 - WORST))}, and two
mean ${share(100 * (1 - WORST) ** 2)}. The \`weight\` of a factor is the table's, × ${WORST} × ${share(1 - WORST)} to the power of its place, the first being 0; of
health it is below 0.
`;

const CLIENT_VALUE = `
The mean of the parts that are known, by these weights.
`;

const UPSELL = `
0 while no need has been voiced in the last ${NEED_DAYS} days, however content the client is. Else the mean of the parts that are
known, by these weights.
`;

const minus = (value: number): string => String(value).replace('-', '−');

const VALUE_PARTS: Readonly<Record<keyof typeof VALUE_WEIGHTS, string>> = {
  revenue: `revenue that was won / ${FULL_REVENUE} × 100, at most 100; known once a deal’s value was told`,
  margin_left: '100 × (1 − `margin_risk`)',
  activity_left: '100 × (1 − `activity_drop`)',
  project_health: 'the score',
  sentiment: '50 × (`client_sentiment` + 1)',
};

const UPSELL_PARTS: Readonly<Record<keyof typeof UPSELL_WEIGHTS, string>> = {
  voiced_wishes: `${NEED} for each need of the last ${NEED_DAYS} days, ${SCOPE_WISH} for each request out of scope of the last ${WISH_DAYS}, at most 100`,
  client_value: 'the score',
  calm: `${CALM_BY_RISK} × (100 − risk) + ${share(1 - CALM_BY_RISK)} × health`,
};

const parts = <Key extends string>(
  weights: Readonly<Record<Key, number>>,
  texts: Readonly<Record<Key, string>>,
): string =>
  table(
    ['factor', 'weight', 'value'],
    (Object.keys(weights) as Key[]).map((key) => [code([key]), String(weights[key]), texts[key]]),
  );

const causes = (of: Causes): string =>
  table(
    ['factor', 'weight'],
    (Object.keys(of) as Component[]).map((key) => [code([key]), String(of[key])]),
  );

/** The bands of a score and where each begins. */
export const bandsOf = (of: Bands): string => {
  const [first] = of.steps;
  const sign = first && first.is === 'below' ? '<' : '≥';
  return `${of.steps.map(({ limit, band }) => `${code([band])} ${sign} ${limit}`).join(', ')}, else ${code([of.otherwise])}`;
};
const bands = (of: Bands): string => `Band: ${bandsOf(of)}.`;

/** docs/contract/scores.md. */
export const scoresPage: GeneratedFile = {
  path: 'docs/contract/scores.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Scores',
      INTRODUCTION,
      '## Concerns',
      CONCERNS,
      table(
        ['concern', 'signal', 'none at', 'full at'],
        (Object.keys(COMPONENTS) as Component[]).flatMap((component) =>
          COMPONENTS[component].map(({ signal, none, full }) => [
            code([component]),
            code([signal]),
            minus(none),
            minus(full),
          ]),
        ),
      ),
      '## Health and risk',
      BY_THE_WORST,
      '### `project_health`',
      bands(HEALTH_BANDS),
      causes(HEALTH_CAUSES),
      '### `risk`',
      bands(RISK_BANDS),
      causes(RISK_CAUSES),
      '## `client_value`',
      CLIENT_VALUE,
      bands(VALUE_BANDS),
      parts(VALUE_WEIGHTS, VALUE_PARTS),
      '## `upsell_likelihood`',
      UPSELL,
      bands(UPSELL_BANDS),
      parts(UPSELL_WEIGHTS, UPSELL_PARTS),
    ].join('\n\n'),
};

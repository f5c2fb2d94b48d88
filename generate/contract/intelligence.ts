import { HORIZONS } from '../../src/kag-forecast/domain/forecast.js';
import { cumulative } from '../../src/kag-forecast/domain/hazard/intervals.js';
import { PRIOR } from '../../src/kag-forecast/domain/hazard/prior.js';
import { CAUSE_LIST } from '../../src/kag-recommendations/domain/causes/catalogue.js';
import { MOVES, STATUSES } from '../../src/kag-recommendations/domain/lifecycle.js';
import { CATEGORIES, RULES as CATEGORY_RULES } from '../../src/kag-recommendations/domain/recommendation.js';
import { VALUE_BANDS, VALUE_WEIGHTS } from '../../src/kag-signals/domain/scores/client-value.js';
import { COMPONENTS, type Component } from '../../src/kag-signals/domain/scores/components.js';
import { HEALTH_BANDS, HEALTH_CAUSES } from '../../src/kag-signals/domain/scores/project-health.js';
import { RISK_BANDS, RISK_CAUSES } from '../../src/kag-signals/domain/scores/risk.js';
import { UPSELL_BANDS, UPSELL_WEIGHTS } from '../../src/kag-signals/domain/scores/upsell-likelihood.js';
import { SIGNAL_KEYS, type SignalKey } from '../../src/kag-signals/domain/signal.js';
import { RULES } from '../../src/kag-snapshots/domain/onsets/conditions.js';
import { OUTCOME_TYPES, type OutcomeType } from '../../src/kag-snapshots/domain/outcome-types.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';
import { alternatives } from './onsets.js';
import { levels } from './recommendations.js';
import { bandsOf } from './scores.js';
import { bound } from './signals.js';

const INTRODUCTION = `
All figures by which the server judges a project, on one page, in the order in which they work:

1. events are folded into **signals**, which warn from a threshold on ([signals](signals.md));
2. signals are concerns, which are weighed into four **scores** ([scores](scores.md));
3. a day's measures tell whether a **risk** has come about ([onsets](onsets.md)); how likely it does is a
   [forecast](forecast.md);
4. measures and forecasts open **rules**: causes, each of one category of advice ([recommendations](recommendations.md));
5. people **move** advice from status to status.

Each linked page says what the words mean. What here is a figure stands in the code once; this page is made from it.
`;

const THRESHOLDS_TEXT = `
A signal warns, and is critical, from these values on. As a concern it goes from 0 to 100 between the next two; the
weights are those of the concern.
`;

const MOVES_TEXT = `
By people. The rules open advice as \`new\`, open it again, and expire what is \`new\` or \`snoozed\` when its reason is
gone.
`;

const minus = (value: number): string => String(value).replace('-', '−');
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Where a signal becomes a concern; null: no score is made of it. */
function concernOf(signal: SignalKey): { component: Component; none: number; full: number } | null {
  for (const component of Object.keys(COMPONENTS) as Component[]) {
    const measure = COMPONENTS[component].find((one) => one.signal === signal);
    if (measure) return { component, none: measure.none, full: measure.full };
  }
  return null;
}

const weightIn = (causes: Readonly<Partial<Record<Component, number>>>, component: Component): string =>
  String(causes[component] ?? '–');

function signalRow(key: SignalKey): string[] {
  const concern = concernOf(key);
  const weighed = concern
    ? [
        code([concern.component]),
        minus(concern.none),
        minus(concern.full),
        weightIn(HEALTH_CAUSES, concern.component),
        weightIn(RISK_CAUSES, concern.component),
      ]
    : ['–', '–', '–', '–', '–'];
  return [code([key]), bound(key, 'warn'), bound(key, 'critical'), ...weighed];
}

const weights = (of: Readonly<Record<string, number>>): string =>
  Object.entries(of)
    .map(([key, weight]) => `${code([key])} ${weight}`)
    .join(', ');

function riskRow(risk: OutcomeType): string[] {
  const chances = cumulative(PRIOR[risk].map(({ base }) => base));
  const averting = CATEGORIES.filter((category) => CATEGORY_RULES[category].risk === risk);
  return [
    code([risk]),
    alternatives(RULES[risk].holds),
    alternatives(RULES[risk].grave),
    chances.map(percent).join(', '),
    code(averting),
  ];
}

/** docs/contract/intelligence.md. */
export const intelligencePage: GeneratedFile = {
  path: 'docs/contract/intelligence.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Figures of the intelligence',
      INTRODUCTION,
      '## Thresholds',
      THRESHOLDS_TEXT,
      table(
        ['signal', 'warn', 'critical', 'concern', '0 at', '100 at', 'weight in health', 'weight in risk'],
        SIGNAL_KEYS.map(signalRow),
      ),
      '## Weights',
      table(
        ['score', 'made of', 'bands'],
        [
          [code(['project_health']), 'concerns, the worst first', bandsOf(HEALTH_BANDS)],
          [code(['risk']), 'concerns, the worst first', bandsOf(RISK_BANDS)],
          [code(['client_value']), weights(VALUE_WEIGHTS), bandsOf(VALUE_BANDS)],
          [code(['upsell_likelihood']), weights(UPSELL_WEIGHTS), bandsOf(UPSELL_BANDS)],
        ],
      ),
      '## Risks',
      table(
        [
          'risk',
          'has come about where',
          'is grave where',
          `usual chance within ${HORIZONS.join(', ')} days, as shipped`,
          'advice that averts it',
        ],
        OUTCOME_TYPES.map(riskRow),
      ),
      '## Rules',
      table(
        ['cause', 'category', 'owner', 'working days', 'measure', 'early', 'opens', 'urgent'],
        CAUSE_LIST.map(({ key, category, levels: all }) => {
          const { owner, due_days } = CATEGORY_RULES[category];
          return [
            code([key]),
            code([category]),
            code([owner]),
            String(due_days),
            code(all.map(({ measure }) => measure)),
            levels(key, 'early'),
            levels(key, 'opens'),
            levels(key, 'urgent'),
          ];
        }),
      ),
      '## Moves',
      MOVES_TEXT,
      table(
        ['from', 'to'],
        STATUSES.map((status) => [code([status]), code(MOVES[status])]),
      ),
    ].join('\n\n'),
};

import { LEAST_FORECASTS } from '../../src/kag-forecast/domain/accuracy.js';
import { FIRST_MODEL, JUDGED_DAYS, LEAST_ONSETS } from '../../src/kag-forecast/domain/champion.js';
import { MAX_REFS } from '../../src/kag-forecast/domain/evidence.js';
import { NOTABLE_POINTS } from '../../src/kag-forecast/domain/forecast-of.js';
import { HORIZONS } from '../../src/kag-forecast/domain/forecast.js';
import { MAX_BELIEVED } from '../../src/kag-forecast/domain/hazard/belief.js';
import type { HazardFeature } from '../../src/kag-forecast/domain/hazard/features/feature.js';
import { FEATURES } from '../../src/kag-forecast/domain/hazard/features/features.js';
import { LOOKS_BACK, RECENT } from '../../src/kag-forecast/domain/hazard/features/past.js';
import { OWN_ONSETS } from '../../src/kag-forecast/domain/hazard/fit.js';
import { LEAST_DAYS } from '../../src/kag-forecast/domain/hazard/forecast-hazards.js';
import { INTERVALS } from '../../src/kag-forecast/domain/hazard/intervals.js';
import { BASE_WINDOWS, PRIOR, SLOPE_PRECISION } from '../../src/kag-forecast/domain/hazard/prior.js';
import { ACTED, REFRACTORY, SETTLES, STRIDE } from '../../src/kag-forecast/domain/hazard/training-rows.js';
import { NORMS } from '../../src/kag-forecast/domain/models/rules-norms.js';
import { RISK_TYPES, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import { FEW_MONTHS, LEAST_LIFT, RESTS_DAYS, SHIPPED_LIFT } from '../../src/kag-forecast/domain/thresholds.js';
import { CHANGED } from '../../src/kag-forecast/domain/trained-on.js';
import { LEARNS_BACK_DAYS } from '../../src/kag-forecast/models/runs.service.js';
import { code, GENERATED_NOTE, type GeneratedFile, table } from '../generated-file.js';

const times = (odds: number): string => Number(Math.exp(odds).toFixed(1)).toString();

const INTRODUCTION = `
How likely each risk is to come about within ${HORIZONS.join(', ')} days: \`GET /kag/v2/forecast\`. To come about is to have an
[onset](onsets.md) that begins. What is there already is said to be there, and no chance is told of it.
`;

const ANSWER = `
- \`status\`: \`already\` where an onset goes on, or its condition holds on the last working day, \`since\` that day;
  \`not_enough_history\` with fewer than ${LEAST_DAYS} days of the project, where none of the risk’s measures is known,
  and from the day on on which the project is [over](onsets.md#the-end-of-a-project); else \`ok\`.
  Chances, their interval and drivers are there with \`ok\` alone.
- \`p7\` ≤ \`p14\` ≤ \`p30\`; \`interval\`: between these the chance lies in 8 of 10 cases, as far as coefficients are unsure.
- \`base_rate\`: how often it comes about in the account scope, on days on which it is not there. \`basis\`: \`prior\` where the
  scope’s projects had no onset to learn from, \`blended\` with fewer than ${OWN_ONSETS} (\`onsets_seen\`), else \`own\`.
- \`drivers\`: each feature’s part in the difference between the chance and the base rate, in percentage points: with the
  base rate they add up to the chance. \`value\` is the feature, 0 to 1. All features go the same share of the way from the
  usual to the day together, and each is credited with what its own moving changes (Aumann and Shapley). A feature that
  is not known adds nothing, and is left out. \`words\` say what was seen, in the project’s language; they are made of stored figures.
- \`evidence_refs\`: of the signals that the raising drivers are read from, what raises it most first, ${MAX_REFS} at most; of what
  is there already that of its beginning, and of all that the risk shows in. A forecast that is ${NOTABLE_POINTS} point or more
  above the base rate within 14 days and has no evidence is not \`publishable\`: it is hidden unless asked for. What is usual
  needs no evidence.
- \`served\`: which model it is, and \`why\`.

Similar cases are shown beside forecasts and move none of them.
`;

const MODEL = `
\`hazard-v1\` has ${INTERVALS.length} hazards for each risk: the chance that it begins in the days
${INTERVALS.map(({ after, to }) => `${after + 1} to ${to}`).join(', ')}, if it did not before.

    odds(hazard) = odds(base) · exp(Σ slope · (feature − reference))
    p7 = h1    p14 = 1 − (1 − h1)(1 − h2)    p30 = 1 − (1 − h1)(1 − h2)(1 − h3)

Slopes are at least 0: a worse day never says a smaller chance. A feature is 0 up to where it begins to matter, and 1 from
where it matters in full. _Recent days_ are the last ${RECENT}, without those of a trouble that is over: what was part of it
says nothing of the next. No feature looks back further than ${LOOKS_BACK} days, own onsets apart.
`;

const LEARNING = `
The models of an account scope are learnt once a week, by the first run after Sunday, from all days up to that Sunday
that are kept of its projects, ${LEARNS_BACK_DAYS} at most, and their onsets as they were known by then. They are kept with what they were learnt
from (\`kag_forecast_models\`); the same days and onsets give the same bytes.

- One day in ${STRIDE} counts, of those whose interval was over ${SETTLES} days ago, or whose project is over. Days of an onset, and of the
  ${REFRACTORY} days after it, are none. Neighbouring days see almost the same: those of an interval weigh as one.
- Days from ${ACTED} days after somebody acted on the risk back to its horizon weigh nothing: an averted trouble is no false alarm.
  Somebody acted where a recommendation was said to have \`prevented\` it, or that it \`happened\`.
- The base is Beta-binomial: how often it came, with the shipped base as ${BASE_WINDOWS} windows more. Slopes are drawn towards the
  shipped ones (ridge, precision ${SLOPE_PRECISION}).
- Slopes are then tried on days that come after those that they were learnt from, and multiplied with what would have said
  best what came, from 0 to ${MAX_BELIEVED}: where they tell nothing of what comes, the base rate stands.
- Coefficients are rounded, and hashed.

Past days are forecast with the models of their week after their snapshots were made (\`kag_forecast_backfill\`). Models that
are there stay, unless more than a ${Math.round(1 / CHANGED)}th of the projects that they have learnt from is not what it was.
`;

const OTHERS = `
\`base-rate\` always says the base rate. \`rules-v2\` adds up today’s measures with fixed weights, each from 0 to 1, and has one
slope of at least 0 for each hazard, learnt in the same way; what is not known counts as 0.
`;

const CHAMPION = `
All three forecast every day, and keep what they said. What is served is the one whose forecasts of the last ${JUDGED_DAYS} days had the
smallest log loss, over all risks and horizons, of equal ones the last in this list: base-rate, rules-v2, hazard-v1. With fewer than ${LEAST_ONSETS} onsets in
these days it is \`${FIRST_MODEL}\` (\`too_little_to_tell\`). It is decided with each week’s models.

\`GET /kag/v2/forecast/accuracy\` holds the same forecasts against the onsets of all projects of the account scope: each day’s last
one whose horizon is over, on days on which the risk was not there nor in the ${REFRACTORY} days before, where nobody acted,
and each day of the horizon has a snapshot. Fewer than ${LEAST_FORECASTS} are \`not_enough_history\`. They are judged when the
week’s models are made, and kept with them.
`;

const ALARMS = `
\`FORECAST_ALARMS_PER_MONTH\` says how often forecasts may alarm in a month of a project, all risks together. An alarm is a p14
at its risk’s threshold after ${RESTS_DAYS} days below it. The threshold lifts the odds of each risk’s base rate by the same factor: the
smallest with which the projects that the model has learnt from would have been alarmed no more often, and at least
${times(LEAST_LIFT)} times; with fewer than ${FEW_MONTHS} months of projects at least ${times(SHIPPED_LIFT)} times.
`;

const featureRows = (features: readonly HazardFeature[]): string[][] =>
  features.map(({ key, is, from, to }) => [code([key]), is, minus(from), minus(to)]);
const minus = (value: number): string => String(value).replace('-', '−');

const hazardTable = (risk: RiskType): string =>
  table(
    ['feature', 'what it is', '0 at', '1 at', ...INTERVALS.map(({ to }) => `slope, to ${to}`)],
    featureRows(FEATURES[risk]).map((row, j) => [...row, ...PRIOR[risk].map(({ slopes }) => String(slopes[j] ?? 0))]),
  );

/** docs/contract/forecast.md. */
export const forecastPage: GeneratedFile = {
  path: 'docs/contract/forecast.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Forecasts',
      INTRODUCTION,
      '## The answer',
      ANSWER,
      '## The model',
      MODEL,
      'Slopes are the shipped ones, from which a scope’s own differ the more, the more it has taught.',
      ...RISK_TYPES.flatMap((risk) => [
        `### ${risk}`,
        `Shipped bases: ${PRIOR[risk].map(({ base }) => base).join(', ')}.`,
        hazardTable(risk),
      ]),
      '## What it learns from',
      LEARNING,
      '## The other models',
      OTHERS,
      table(
        ['risk', 'measure', 'weight', '0 at', '1 at'],
        RISK_TYPES.flatMap((risk) =>
          NORMS[risk].map(({ is, weight, from, to }) => [code([risk]), is, String(weight), minus(from), minus(to)]),
        ),
      ),
      '## Which one is served',
      CHAMPION,
      '## Alarms',
      ALARMS,
    ].join('\n\n'),
};

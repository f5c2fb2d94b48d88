import { QUIET_DAYS } from '../../src/kag-signals/project-ends.repository.js';
import { MEASURE_KEYS, MEASURES, signalOf, type DayMeasureKey } from '../../src/kag-snapshots/domain/day-measures.js';
import { RULES, SEVERITIES, type Limit } from '../../src/kag-snapshots/domain/onsets/conditions.js';
import { DAYS_TO_BEGIN, DAYS_TO_END, REFRACTORY_DAYS } from '../../src/kag-snapshots/domain/onsets/onsets.js';
import { OUTCOME_TYPES } from '../../src/kag-snapshots/domain/outcome-types.js';
import { ENDING_RISK, MAX_EVIDENCE } from '../../src/kag-snapshots/domain/outcomes.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
An onset is a time in which a risk had come about: \`GET /kag/onsets\`. Forecasts say how likely one is to begin. Onsets are
computed from all days that are kept of a project (\`GET /kag/snapshots\`), from how its deals ended, from what people said
and from when it was over; always all of them, with each refresh of a day. The same of these gives the same onsets, in
whatever order it came. What is stored is written where it differs only.
`;

const MEASURES_TEXT = `
A day is looked at by its measures, which are kept with its snapshot. Each is a [signal](signals.md)'s value or one of its
details. What is not known counts as no trouble, and so does a day that is not kept.
`;

const CONDITIONS = `
A risk's condition holds on a day where one of the alternatives holds. It is of severity ${SEVERITIES.serious}, or
${SEVERITIES.grave} where one of the grave ones holds too. \`GET /kag/outcomes\` tells the same day by day, with the measures that
reached their limits.
`;

const SPANS = `
- An onset **begins** with a condition that holds on ${DAYS_TO_BEGIN} consecutive working days, on the first of them (\`began\`). It is
  known on the last of them (\`known\`). What holds on the first day that is kept had begun by then.
- It **ends** with ${DAYS_TO_END} consecutive working days on which the condition does not hold, on the first of them (\`ended\`).
- What comes back within ${REFRACTORY_DAYS} days of the end **goes on**: it is the same onset, as if it had not ended.
- A day is a **working day** where the project's people work on the day that their clocks show at noon of the UTC day. Other
  days neither begin nor end anything.
- A **deal** that comes to a stage in which it is lost, frozen or left begins an onset of \`${ENDING_RISK}\` on that day, by the
  vendor's own word also where it was first seen like that (\`source: deal\`). So does a **person** who says of a
  recommendation's risk that it happened, on the day on which they say so (\`source: person\`). A word lasts for
  ${REFRACTORY_DAYS} days, and longer where the condition holds. It is known at once.
- Words and conditions that overlap, or follow each other within ${REFRACTORY_DAYS} days, are one onset: its source is that of the one
  that began first, its severity the worst.
- \`evidence_refs\` are what the condition, or the deal, rested on when it began: ${MAX_EVIDENCE} at most.
`;

const ENDS = `
A project is over (\`ended_on\` of the project) from the day on that a person says: \`PATCH /projects/{id}\` with \`ended_on\`,
\`ended_by: person\`. Where people say nothing, it is over ${QUIET_DAYS} days after the last thing that happened, if it has deals and
all of them are closed (\`ended_by: rule\`); when something happens again, it goes on. A person who says \`ended_on: null\`
says that it goes on, also where the rule finds that it is over.

From that day on nothing is known of it: its signals and scores are unknown, no day of it is kept, and onsets that go on
end with it. Days before that stay what they were. The rule is read from deals and log for each moment, so that a day of the past
is computed as it was then.
`;

const limit = ({ measure, is, limit: value }: Limit): string =>
  `\`${measure}\` ${is === 'at_least' ? '≥' : '≤'} ${String(value).replace('-', '−')}`;

/** When one of the alternatives holds. */
export const alternatives = (all: readonly (readonly Limit[])[]): string =>
  all.map((limits) => limits.map(limit).join(' and ')).join(', or ');

const source = (key: DayMeasureKey): string => {
  const [signal, detail] = [signalOf(key), MEASURES[key].detail];
  return detail === undefined ? `value of \`${signal}\`` : `\`${detail}\` of \`${signal}\``;
};

/** docs/contract/onsets.md. */
export const onsetsPage: GeneratedFile = {
  path: 'docs/contract/onsets.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Onsets',
      INTRODUCTION,
      '## Measures',
      MEASURES_TEXT,
      table(
        ['measure', 'from', 'what it is'],
        MEASURE_KEYS.map((key) => [code([key]), source(key), MEASURES[key].is]),
      ),
      '## Conditions',
      CONDITIONS,
      table(
        ['risk', 'holds where', 'is grave where'],
        OUTCOME_TYPES.map((risk) => [code([risk]), alternatives(RULES[risk].holds), alternatives(RULES[risk].grave)]),
      ),
      '## Beginning and end',
      SPANS,
      '## The end of a project',
      ENDS,
    ].join('\n\n'),
};

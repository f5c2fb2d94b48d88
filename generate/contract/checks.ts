import { CHECKS } from '../../src/ops/diagnosis/domain/catalogue.js';
import { ADVICE, CAUSES } from '../../src/ops/diagnosis/domain/causality.js';
import type { CheckDefinition } from '../../src/ops/diagnosis/domain/check.js';
import { SECTIONS, type SectionId } from '../../src/ops/diagnosis/domain/diagnosis.js';
import * as limits from '../../src/ops/diagnosis/domain/limits.js';
import { percent, wordsIn } from '../../src/ops/diagnosis/domain/wording.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const { lasting } = wordsIn('en');

const INTRODUCTION = `
What \`GET /ops/diagnosis\` and \`npm run doctor\` look at, in the order in which they show it. Each check is \`ok\`, \`warn\`,
\`fail\`, or \`skipped\` where there is nothing to judge or its facts could not be read. It says what was seen, what is
expected, and the requests, variables or commands that cure it. The [runbook](../runbook.en.md) leads through the same
sections by symptom.

- **facts**: what is read for it; – where the configuration alone is looked at.
- **explained by**: a check that is not well is \`because_of\` the first of these that fails, or warns with more than advice.
  What could not be read is because of \`database\`, \`pgvector\` or \`migrations\`, where one of these fails.
- **advice**: its warning explains nothing else, and comes last where one begins.
`;

const FIRST = `
\`verdict.first_cause\` is where to begin: the first failure in the order below, or, without any, the first warning, those
that are advice last; traced back by \`because_of\` to what nothing explains. The order is that in which work flows through
the server.
`;

const hours = (seconds: number): string => `${seconds / limits.HOUR} hours`;

/** What each limit is for, and how it reads. */
const LIMITS: readonly (readonly [what: string, is: string])[] = [
  ['the database answers within', `${limits.DATABASE_MS} ms`],
  ['a project is young, and not judged by its daily run, for', hours(limits.YOUNG)],
  ['the last daily run may be as old as', `its cadence, a day at least, and ${hours(limits.DAILY_LATE)}`],
  ['the forecasts may be as old as', hours(limits.DAILY_LATE)],
  ['a due job waits without a word for', `four dispatch intervals, ${lasting(limits.dueGrace(0))} at least`],
  ['a cycle is missing after', `${limits.CYCLES_MISSED} of its times`],
  [
    'the last cycle is looked for in',
    `${lasting(limits.CYCLE_LOOK_BACK)}, ${limits.CYCLES_MISSED} of its times at least`,
  ],
  ['data that leave may take', lasting(limits.LEAVING_LATE)],
  ['a connector lags: a warning', `${lasting(limits.LAG_WARN)}, ${limits.LAG_WARN_CYCLES} cycles at least`],
  ['a connector lags: a failure', `${lasting(limits.LAG_FAIL)}, ${limits.LAG_FAIL_CYCLES} cycles at least`],
  ['shares of a day count from', `${limits.LEAST_RUNS} ended runs`],
  ['runs of a day that failed: a warning', percent(limits.FAILED_WARN)],
  ['runs of a day that failed: a failure', percent(limits.FAILED_FAIL)],
  ['runs of a day that warned: a warning', percent(limits.WARNINGS_WARN)],
  ['conclusions that can’t be published: a warning', percent(limits.UNPUBLISHABLE_WARN)],
  ['advice that is still new: a warning', lasting(limits.NEW_RECOMMENDATION)],
  ['a forecast should have evidence from', percent(limits.RISK_SHOWS)],
  ['pgvector, at least', limits.PGVECTOR_LEAST.join('.')],
  ['pgvector, advised', limits.PGVECTOR_ADVISED.join('.')],
];

const row = ({ id, title, trouble, needs }: CheckDefinition): string[] => [
  code([id]),
  title.en,
  trouble.en,
  needs.join(', ') || '–',
  code(CAUSES[id] ?? []),
  ADVICE.includes(id) ? 'yes' : '',
];

/** docs/contract/checks.md. */
export const checksPage: GeneratedFile = {
  path: 'docs/contract/checks.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Checks of the diagnosis',
      INTRODUCTION,
      ...(Object.keys(SECTIONS) as SectionId[]).flatMap((section) => [
        `## ${SECTIONS[section].en}`,
        `[Runbook](../runbook.en.md#${section}).`,
        table(
          ['check', 'title', 'where it warns or fails', 'facts', 'explained by', 'advice'],
          CHECKS.filter((check) => check.section === section).map(row),
        ),
      ]),
      '## Where to begin',
      FIRST,
      code(Object.keys(CAUSES)),
      '## Limits',
      table(['what', 'limit'], LIMITS),
    ].join('\n\n'),
};

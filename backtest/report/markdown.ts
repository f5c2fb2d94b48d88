import { table } from '../../generate/generated-file.js';
import { TARGETS } from '../compare/cells.js';
import type { Summary } from '../compare/summary.js';
import { adviceGoals, goalsOf } from './goals.js';
import { CELL_HEAD, cellRows, GOAL_HEAD, goalRow, KIND_HEAD, kindRows } from './tables.js';

/** What the report is made of: all worlds together, and strong and weak ones by themselves. */
export interface Reported {
  all: Summary;
  strong: Summary;
  weak: Summary;
}

const INTRODUCTION = `# Backtest

How much forecasts and advice are worth, on made projects of which it is known what really went wrong and why. Made by
\`npm run backtest\`; the same code gives the same bytes.

Each world is an account scope. Hidden causes (load, dissatisfaction, scope pressure, cost drift) drift from day to day.
In **strong** worlds they show in what is written, planned and spent, and drive trouble; in **weak** ones trouble of clients
and of scope is chance. What only looks like trouble: weekends, a fortnight in which everybody is quiet, pauses,
projects that end, one person who is always cross, chatty happy clients, blockers that are parked, costs that are entered
late. The product’s own functions are played day by day, from signals to advice: nothing of a later day goes into a forecast.

Every 14 days the models and the base rate are made again of what lies before; no label that they learn from reaches into
the days that they then forecast. What they say is judged from day 60 on. The base rate is how often it came in the days
before, of the same scope: for real trouble it knows more than the product’s own, which learns from onsets and never sees
all trouble. \`rules-v2\` and \`hazard-v1\` are the product’s ([forecasts](../contract/forecast.md)).

- _trouble_: real trouble is there on one of the next days, asked on days on which the product does not see it yet.
- _onset_: the product comes to see it, on days on which it was not there. The model learns from these alone.
- _begins_: real trouble begins on one of the next days, asked on days on which it really is not there. The hardest
  question: what the product has noticed of a trouble by then is left out, and its false alarms are left in. Nothing is
  promised of it: but for finance, the model does about as well as the base rate, and in some cells a little worse.
- _all days_: as _trouble_, asked on all days. Where the model says that it is there already, it gives no chance, and
  counts as the base rate: these lines say little of it.

The model was tuned on other worlds, with other seeds and partly other parameters: hazards, what drives them, how much
shows, shares of confounders, how much is written, when everybody is quiet (\`backtest/worlds/catalogue.ts\`). The shipped
priors come from the tuning worlds too.
`;

/** The report's page. */
export function markdownOf({ all, strong, weak }: Reported): string {
  const goals = (summary: Summary) => table(GOAL_HEAD, goalsOf(summary).map(goalRow));
  return [
    INTRODUCTION,
    `## What is wanted, and what there is\n\n${all.worlds} worlds, ${all.projects} projects, 180 days.\n`,
    goals(all),
    `\nOf strong worlds alone:\n`,
    goals(strong),
    `\nOf weak worlds alone:\n`,
    goals(weak),
    '\n## Advice\n\nOver all worlds, as it is made of signals, onsets and the forecasts of hazard-v1; no person acts on what is recommended.\n',
    table(GOAL_HEAD, adviceGoals(all).map(goalRow)),
    '\nOf strong worlds. In time: from 14 days before the trouble begins to its third day. What is not found shows too little: a\nsilence in which the team asked nothing, one or two wishes in a week, a few angry words among friendly ones.\n',
    table(KIND_HEAD, kindRows(strong)),
    '\nOf weak worlds:\n',
    table(KIND_HEAD, kindRows(weak)),
    '\n## Reliability\n\n![What was said against what came](reliability.svg)\n',
    '\n## Skill\n\n![Skill against the base rate](skill.svg)\n',
    '\n## Every cell\n\nIn brackets: the 90 % interval over projects.\n',
    ...TARGETS.flatMap((target) => [`\n### ${target}\n`, table(CELL_HEAD, cellRows(all, target))]),
  ].join('\n');
}

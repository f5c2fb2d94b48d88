import { REASONS, STAYS } from '../../src/kag-recommendations/domain/causes/assess.js';
import { CAUSE_LIST } from '../../src/kag-recommendations/domain/causes/catalogue.js';
import type { CauseKey } from '../../src/kag-recommendations/domain/causes/cause.js';
import { PRIORITIES } from '../../src/kag-recommendations/domain/compose.js';
import { GONE_DAYS } from '../../src/kag-recommendations/domain/episodes.js';
import { MOVES, RESOLUTIONS, type Resolution, STATUSES } from '../../src/kag-recommendations/domain/lifecycle.js';
import { LOST_DAYS } from '../../src/kag-recommendations/domain/lost-deal.js';
import { CATEGORIES, RULES } from '../../src/kag-recommendations/domain/recommendation.js';
import {
  FALSE_ALARM_HALF_LIFE_DAYS,
  FALSE_ALARM_STEP,
  MAX_RAISED,
  REST_DAYS,
  WORSE,
  WORSE_THAN_NOT_RELEVANT,
} from '../../src/kag-recommendations/domain/restraint.js';
import { MEASURES, type MeasureKey } from '../../src/kag-recommendations/domain/situation.js';
import { SOUND_MARGIN } from '../../src/kag-recommendations/domain/situation-of.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
What \`GET /kag/v2/recommendations\` shows. Each category is about one thing to do and has one owner; it has one or more
**causes**, and each cause belongs to one category, so that no two people are asked for the same. A recommendation is one
**episode** of a category in a project: it opens, goes on, and is over.
`;

const OPENING = `
Of each cause it is said how **strongly** it holds: a measure as a share of the level at which the cause opens, so that 1
opens it; of several measures the weakest counts. A measure that is not known opens nothing. A category is as
strong as its strongest cause, which is what its texts are about.

A **forecast** opens a cause too: where \`p14\` of the category's risk reaches the threshold of the account scope (as many
alarms a project-month as \`FORECAST_ALARMS_PER_MONTH\` allows), the cause that raises it most and is at its early level is
as strong as \`p14\` / threshold. Without a forecast, or without enough history, only measures open.

A category **yields** to others: while one of these is open, or holds enough to stay open, it is silent.
`;

const LIFE = `
- What is open stays while it is at least ${STAYS} as strong as what opens it. When it is weaker for ${GONE_DAYS} working days of the
  project's calendar, its episode is over (\`condition_gone_since\` says since when): what was new or snoozed is \`expired\`
  then, other words of people stay.
- After that its category **rests** for ${REST_DAYS} days, unless it is ${WORSE} times as strong as it ever was.
- One that a person has put away (done, dismissed, snoozed) is **opened again** as \`new\` when it is ${WORSE} times as strong as it
  was then (\`reopened_reason\` worse), or when the day until which it was snoozed has come (snooze_over).
- Due dates count working days from the opening, and from a later opening again where no later date was set. Nothing but
  an opening and people (\`PATCH /kag/v2/recommendations/{id}\`) sets them.
- When a project is over (\`ended_on\`), what is new, acknowledged or snoozed is expired at once, and nothing opens.
`;

const EVIDENCE = `
The evidence is that of the causes that hold, what holds most first, 30 pieces at most. It has to be enough
(\`RECOMMENDATIONS_EVIDENCE_*\`), else the recommendation is hidden: of causes that rest on **words** as many pieces as are
configured, since words may be read wrongly; of those that rest on **records** one, since a record states the cause itself.
`;

/** What each measure is, with its unit. */
const WHAT: Readonly<Record<MeasureKey, string>> = {
  waiting_days: 'signal waiting_on_client_days, working days',
  asked_hours: 'signal waiting_on_us_hours, working hours',
  scope_requests: 'requests out of scope in 7 days',
  blocked_days: 'working days for which the open blockers have been open, together',
  late_days: 'signal stage_overdue, working days',
  overrun: 'signal budget_burn_rate − 1: what is spent beyond the plan, as a share of it',
  unplanned_cost:
    'cost where no deal has a plan, as a share of what the worst deal brings in; 1 where none brings in anything',
  margin_shortfall: `${SOUND_MARGIN} − the margin of the worst deal`,
  low_mood: '− signal client_sentiment',
  negative_share: 'share of negative messages in 21 days, each person counted alike',
  needs: 'needs that the client voiced in 14 days',
  upsell: 'score upsell_likelihood',
  deal_lost: `1 where a deal was lost, churned or frozen in the last ${LOST_DAYS} days and has not moved on since`,
};

/** What each resolution brings about. */
const CONSEQUENCES: Readonly<Record<Resolution, string>> = {
  happened: 'an onset of the risk by a person; the recommendation counts as acted on in a fit of models',
  prevented: 'the recommendation counts as acted on: an averted trouble is no false alarm',
  false_alarm: `the category needs ${FALSE_ALARM_STEP} more strength in this project to open and to stay; half of that is gone after ${FALSE_ALARM_HALF_LIFE_DAYS} days, and it never needs more than ${MAX_RAISED} times the usual`,
  not_relevant: `the category stays silent in this project until it is ${WORSE_THAN_NOT_RELEVANT} times as strong as it was then`,
};

const level = (value: number): string => (Number.isFinite(value) ? String(value).replace('-', '−') : '–');
/** At which values of its measures a cause is early, opens or is urgent. */
export const levels = (key: CauseKey, of: 'early' | 'opens' | 'urgent'): string =>
  CAUSE_LIST.filter((cause) => cause.key === key)
    .flatMap((cause) => cause.levels.map((one) => level(one[of])))
    .join(', ');

/** docs/contract/recommendations.md. */
export const recommendationsPage: GeneratedFile = {
  path: 'docs/contract/recommendations.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Recommendations',
      INTRODUCTION,
      table(
        ['category', 'risk', 'owner', 'due after', 'yields to'],
        CATEGORIES.map((category) => {
          const { risk, owner, due_days, yields_to } = RULES[category];
          const days = `${due_days} working day${due_days === 1 ? '' : 's'}`;
          return [code([category]), risk === null ? '' : code([risk]), code([owner]), days, code(yields_to)];
        }),
      ),
      '## Causes',
      OPENING,
      table(
        ['cause', 'category', 'measure', 'early', 'opens', 'urgent', 'rests on'],
        CAUSE_LIST.map(({ key, category, levels: all, basis }) => [
          code([key]),
          code([category]),
          code(all.map(({ measure }) => measure)),
          levels(key, 'early'),
          levels(key, 'opens'),
          levels(key, 'urgent'),
          basis === 'record' ? 'records' : 'words',
        ]),
      ),
      `Priority ${PRIORITIES.urgent} is urgent, ${PRIORITIES.condition} is there (\`reason\` ${REASONS[0]}), ${PRIORITIES.forecast} is likely to come (\`reason\` ${REASONS[1]}).`,
      '### Measures',
      table(
        ['measure', 'what it is'],
        MEASURES.map((key) => [code([key]), WHAT[key]]),
      ),
      '## Evidence',
      EVIDENCE,
      '## Life',
      LIFE,
      '### Moves of people',
      table(
        ['from', 'to'],
        STATUSES.map((status) => [code([status]), code(MOVES[status])]),
      ),
      'One whose episode is over can’t be snoozed. A day (`until`) goes with snoozed, a resolution with done and dismissed.',
      '### Resolutions',
      table(
        ['resolution', 'what it brings about'],
        RESOLUTIONS.map((resolution) => [code([resolution]), CONSEQUENCES[resolution]]),
      ),
    ].join('\n\n'),
};

import { SIGNAL_REFS } from '../../src/kag-signals/domain/evidence.js';
import { SIGNAL_KEYS, type SignalKey } from '../../src/kag-signals/domain/signal.js';
import { WEEK } from '../../src/kag-signals/domain/signals/activity-drop.js';
import { SOUND_MARGIN } from '../../src/kag-signals/domain/signals/margin-risk.js';
import { THRESHOLDS } from '../../src/kag-signals/domain/thresholds.js';
import { AGREEMENT_DAYS } from '../../src/kag-signals/domain/tracks/agreements.js';
import { BLOCKER_DAYS } from '../../src/kag-signals/domain/tracks/blockers.js';
import { FORGOTTEN_DAYS, RESPONSE_DAYS } from '../../src/kag-signals/domain/tracks/responses.js';
import { ALPHA } from '../../src/kag-signals/domain/tracks/sentiment.js';
import { SILENT_DAYS } from '../../src/kag-signals/domain/tracks/silence.js';
import { WISH_DAYS } from '../../src/kag-signals/domain/tracks/wishes.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const INTRODUCTION = `
What \`GET /kag/signals\` shows and all scores, forecasts and recommendations are made of. Signals are computed from the
[events](../reference/events.md) that clients and teams caused, in the order of (\`occurred_at\`, \`id\`), and always equal a
replay of the whole log. They are computed for a moment: later events are not in them, so that any past day can be computed
as it was. Each keeps its latest ${SIGNAL_REFS} pieces of evidence.
`;

const WORKING_TIME = `
Waiting and answering are measured in the time in which the project's people work: \`time_zone\`, \`working_days\` and
\`working_hours\` of the project (\`PATCH /projects/{id}\`), or what \`WORKING_TIME_ZONE\`, \`WORKING_DAYS\` and
\`WORKING_HOURS\` say. A working day is as long as its hours: with nine hours, four and a half are half a day. Another
calendar is read by from the next refresh on, without a new fold of the events: what is remembered is when things happened.

A message **expects an answer** when its event says so (\`expects_answer\`): the team's when it asks, requests something or
asks for an approval, the client's when it asks, requests, reports a problem, wishes for more or is plainly unhappy. Thanks,
consent and news expect none. What a machine wrote (\`automatic\`), such as a note of absence or a greeting, is nobody's word:
it neither asks nor answers. Events of before this was told count as written by people, and as asking.

A client is **silent** (\`client_silent_started\`) ${SILENT_DAYS} working days after the team's first question since the client's
last message; once for each silence, whatever the team writes into it.
`;

/** Each signal's unit, and what its value is. */
const FORMULAS: Readonly<Record<SignalKey, { unit: string; formula: string }>> = {
  waiting_on_client_days: {
    unit: 'working days',
    formula:
      'since the team’s first message after the client’s last one, in any conversation, that expects an answer; follow-ups don’t start it anew; 0 where nothing is asked',
  },
  waiting_on_us_hours: {
    unit: 'working hours',
    formula: `since the oldest message of the client that expects an answer and after which the team said nothing in its conversation; forgotten after ${FORGOTTEN_DAYS} days; 0 without any`,
  },
  response_time_median: {
    unit: 'working minutes',
    formula: `median, over the answers of the last ${RESPONSE_DAYS} days, from the first unanswered message of the client that expects an answer to the team’s next one in its conversation; 0 without any`,
  },
  blockers_age: {
    unit: 'days',
    formula: `mean age of the open blockers; a blocker older than ${BLOCKER_DAYS} days is dropped`,
  },
  stage_overdue: { unit: 'days', formula: 'by which the most overdue of the active stages is past its due date' },
  agreement_overdue_count: {
    unit: 'count',
    formula: `open agreements that are past their due date; one older than ${AGREEMENT_DAYS} days is dropped`,
  },
  sentiment_trend: {
    unit: '−2 to 2',
    formula: `exponentially weighted mean (α ${ALPHA}) of the mood of the client’s messages, less what it was before the last one`,
  },
  scope_creep_rate: {
    unit: 'ratio',
    formula: `requests out of scope for each message of the client in the last ${WISH_DAYS} days`,
  },
  budget_burn_rate: {
    unit: 'ratio',
    formula: 'cost / planned budget of the deal that is worst; 0 where no deal has a plan',
  },
  margin_risk: {
    unit: '0 to 1',
    formula: `how far the margin falls short of ${100 * SOUND_MARGIN} %: (${SOUND_MARGIN} − (revenue − cost) / revenue) / ${SOUND_MARGIN}, within 0 and 1; until a deal is won, of what the open ones are to bring in; 0 without either`,
  },
  activity_drop: {
    unit: '0 to 1',
    formula: `by which share the events of the last ${WEEK} days are fewer than those of the ${WEEK} days before; 0 where there were none`,
  },
};

const bound = (key: SignalKey, level: 'warn' | 'critical'): string => {
  const { warn, critical } = THRESHOLDS[key];
  return `${critical < warn ? '≤' : '≥'} ${String(THRESHOLDS[key][level]).replace('-', '−')}`;
};

/** docs/contract/signals.md. */
export const signalsPage: GeneratedFile = {
  path: 'docs/contract/signals.md',
  content: () =>
    [
      GENERATED_NOTE,
      '# Signals',
      INTRODUCTION,
      '## Working time',
      WORKING_TIME,
      '## Formulas',
      table(
        ['signal_key', 'unit', 'value', 'warn', 'critical'],
        SIGNAL_KEYS.map((key) => [
          code([key]),
          FORMULAS[key].unit,
          FORMULAS[key].formula,
          bound(key, 'warn'),
          bound(key, 'critical'),
        ]),
      ),
    ].join('\n\n'),
};

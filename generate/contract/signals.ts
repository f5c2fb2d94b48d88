import { SIGNAL_REFS } from '../../src/kag-signals/domain/evidence.js';
import { LEAST_EVENTS, LEVEL_DAYS, USUAL_WEEKS, WEEK } from '../../src/kag-signals/domain/scope-activity.js';
import { SIGNAL_KEYS, type SignalKey } from '../../src/kag-signals/domain/signal.js';
import { PARKED_DAYS } from '../../src/kag-signals/domain/signals/blockers-age.js';
import { HALF_DAYS, NEGATIVE, NEUTRAL_MESSAGES } from '../../src/kag-signals/domain/signals/client-sentiment.js';
import { SOUND_MARGIN } from '../../src/kag-signals/domain/signals/margin-risk.js';
import { THRESHOLDS } from '../../src/kag-signals/domain/thresholds.js';
import { AGREEMENT_DAYS } from '../../src/kag-signals/domain/tracks/agreements.js';
import { BLOCKER_DAYS } from '../../src/kag-signals/domain/tracks/blockers.js';
import { SLOPE_DAYS } from '../../src/kag-signals/domain/tracks/finance.js';
import { FORGOTTEN_DAYS, RESPONSE_DAYS } from '../../src/kag-signals/domain/tracks/responses.js';
import { MOOD_DAYS } from '../../src/kag-signals/domain/tracks/sentiment.js';
import { SILENT_DAYS } from '../../src/kag-signals/domain/tracks/silence.js';
import { WISH_DAYS, WISH_MEMORY_DAYS } from '../../src/kag-signals/domain/tracks/wishes.js';
import { code, GENERATED_NOTE, table, type GeneratedFile } from '../generated-file.js';

const minus = (value: number): string => String(value).replace('-', '−');

const INTRODUCTION = `
What \`GET /kag/signals\` shows and all scores, forecasts and recommendations are made of. Signals are computed from the
[events](events.md) that clients and teams caused, in the order of (\`occurred_at\`, \`id\`), and always equal a
replay of the whole log. They are computed for a moment: later events are not in them, so that any past day can be computed
as it was. Each keeps its latest ${SIGNAL_REFS} pieces of evidence.

A signal that there is nothing to read from is not **known**: its value is null, its status \`unknown\`, and it has no weight
in any score, forecast or recommendation. "No budget was ever planned" is not "the budget is kept".
`;

const WORKING_TIME = `
Waiting, answering and being late are measured in the time in which the project's people work: \`time_zone\`,
\`working_days\` and \`working_hours\` of the project (\`PATCH /projects/{id}\`), or what \`WORKING_TIME_ZONE\`,
\`WORKING_DAYS\` and \`WORKING_HOURS\` say. A working day is as long as its hours: with nine hours, four and a half are half
a day. Another calendar is read by from the next refresh on, without a new fold of the events: what is remembered is when
things happened.

A message **expects an answer** when its event says so (\`expects_answer\`): the team's when it asks, requests something or
asks for an approval, the client's when it asks, requests, reports a problem, wishes for more or is plainly unhappy. Thanks,
consent and news expect none. What a machine wrote (\`automatic\`), such as a note of absence or a greeting, is no person's
word: it neither asks nor answers. Events of before this was told count as written by people, and as asking.

A client is **silent** (\`client_silent_started\`) ${SILENT_DAYS} working days after the team's first question since the client's
last message; once for each silence, whatever the team writes into it.
`;

interface Formula {
  unit: string;
  value: string;
  known: string;
  /** What the other details are, by their names. */
  details?: Readonly<Record<string, string>>;
}

const ONCE_WRITTEN = 'once someone of the client or of the team has written';

const FORMULAS: Readonly<Record<SignalKey, Formula>> = {
  waiting_on_client_days: {
    unit: 'working days',
    value:
      'since the team’s first message after the client’s last one, in any conversation, that expects an answer; follow-ups don’t start it again; 0 where nothing is asked',
    known: ONCE_WRITTEN,
    details: { since: 'when the team asked' },
  },
  waiting_on_us_hours: {
    unit: 'working hours',
    value: `since the oldest message of the client that expects an answer and after which the team said nothing in its conversation; forgotten after ${FORGOTTEN_DAYS} days; 0 without any`,
    known: ONCE_WRITTEN,
    details: { since: 'when the client asked', conversations: 'those with an open question' },
  },
  response_time_median: {
    unit: 'working minutes',
    value: `median, over the answers of the last ${RESPONSE_DAYS} days, from the first unanswered message of the client that expects an answer to the team’s next one in its conversation`,
    known: `with an answer in the last ${RESPONSE_DAYS} days`,
    details: { answers: 'how many' },
  },
  blockers_age: {
    unit: 'working days',
    value: `mean age of the open blockers; one older than ${PARKED_DAYS} working days is parked and does not count, one older than ${BLOCKER_DAYS} days is forgotten; 0 without any`,
    known: 'once the tracker has told of any issue',
    details: { open_blockers: 'how many count', parked_blockers: 'how many are parked' },
  },
  stage_overdue: {
    unit: 'working days',
    value:
      'by which the most overdue of the active stages is past its due date; a stage is over when it is completed, or when another begins at or after its due date; 0 where none is late',
    known: 'once any stage was told of',
    details: {
      active_stages: 'how many',
      overdue_stages: 'how many are late',
      stage_name: 'the latest one',
      due_at: 'its due date',
    },
  },
  agreement_overdue_count: {
    unit: 'count',
    value: `open agreements that are past their due date; one older than ${AGREEMENT_DAYS} days is dropped`,
    known: ONCE_WRITTEN,
    details: { open_agreements: 'how many' },
  },
  client_sentiment: {
    unit: '−1 to 1',
    value: `mean, over the client’s people who wrote in the last ${MOOD_DAYS} days, of each one’s mean mood; a message counts half after ${HALF_DAYS} days, and each person is taken to have written ${NEUTRAL_MESSAGES} neutral ones beside, so that neither peace long gone nor a single word decides`,
    known: `with a message of a person of the client’s in the last ${MOOD_DAYS} days`,
    details: {
      people: 'how many wrote',
      negative_people: `those whose own mean is at ${minus(THRESHOLDS.client_sentiment.warn)} or below`,
      messages: 'what they wrote',
      negative_messages: `those of a mood of ${minus(NEGATIVE)} or below`,
      negative_share: 'share of negative messages, drawn from each person as the value is',
    },
  },
  scope_creep_rate: {
    unit: 'ratio',
    value: `requests out of scope for each message of the client in the last ${WISH_DAYS} days`,
    known: `with a message of the client’s in the last ${WISH_MEMORY_DAYS} days`,
    details: {
      requests_7d: `requests in the last ${WISH_DAYS} days`,
      requests_28d: `in the last ${WISH_MEMORY_DAYS} days`,
      client_messages: `the client’s messages in the last ${WISH_DAYS} days`,
    },
  },
  budget_burn_rate: {
    unit: 'ratio',
    value: 'cost / planned budget of the deal that is worst; lost deals don’t count',
    known: 'with a deal that has a planned budget above 0',
    details: {
      deal: 'name of the worst deal, or its id',
      planned_budget: 'its budget',
      cost: 'its cost',
      slope_per_day: `by how much a day its burn grew in the last ${SLOPE_DAYS} days`,
      deals_with_plan: 'how many deals have a budget',
    },
  },
  margin_risk: {
    unit: '0 to 1',
    value: `how far the margin of the deal that is worst falls short of ${100 * SOUND_MARGIN} %: (${SOUND_MARGIN} − margin) / ${SOUND_MARGIN}, within 0 and 1; margin = (value − cost) / value, where the value of a deal that is not won yet is what it is to bring in; lost deals don’t count`,
    known: 'with a deal that has a value and a cost above 0',
    details: {
      deal: 'name of the worst deal, or its id',
      revenue: 'what it brought in',
      expected_revenue: 'what it is to bring in',
      cost: 'its cost',
      margin: 'what is left of its value, as a share',
      margin_slope_per_day: `by how much a day that shrank in the last ${SLOPE_DAYS} days`,
    },
  },
  activity_drop: {
    unit: '0 to 1',
    value: `by which share the events of the last ${WEEK} days are fewer than in a usual week, the mean of the ${USUAL_WEEKS} before; where the other projects of the account scope were at less than their usual level too, that much less is expected; 0 where less than one event is`,
    known: `from the project’s first ${LEVEL_DAYS} days on, with ${LEAST_EVENTS} events or more in a usual week; the others’ level counts from as many on`,
    details: {
      events_last_7d: 'the project’s events',
      events_usual_7d: 'in a usual week',
      others_level: 'share of their usual level that the others were at, 1 at most',
    },
  },
};

/** From where on a signal warns, or is critical. */
export const bound = (key: SignalKey, level: 'warn' | 'critical'): string => {
  const { warn, critical } = THRESHOLDS[key];
  return `${critical < warn ? '≤' : '≥'} ${minus(THRESHOLDS[key][level])}`;
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
        ['signal_key', 'unit', 'value', 'known', 'warn', 'critical'],
        SIGNAL_KEYS.map((key) => [
          code([key]),
          FORMULAS[key].unit,
          FORMULAS[key].value,
          FORMULAS[key].known,
          bound(key, 'warn'),
          bound(key, 'critical'),
        ]),
      ),
      '## Details',
      'What `details` of a known signal hold beside the value.',
      table(
        ['signal_key', 'details'],
        SIGNAL_KEYS.map((key) => [
          code([key]),
          Object.entries(FORMULAS[key].details ?? {})
            .map(([name, holds]) => `${code([name])}: ${holds}`)
            .join(' · '),
        ]),
      ),
    ].join('\n\n'),
};

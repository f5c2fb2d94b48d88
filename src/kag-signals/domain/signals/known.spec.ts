import { describe, expect, it } from '@jest/globals';
import { eventsOf, type Given } from '../../../../test/builders/domain-events.js';
import { ROUND_THE_CLOCK } from '../../../common/working-time/calendar.js';
import { workingTimeOf } from '../../../common/working-time/working-time.js';
import { readState } from '../read-state.js';
import { SIGNAL_KEYS, type SignalKey } from '../signal.js';
import { fold, startState } from '../state.js';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const ago = (days: number) => NOW - days * 86_400_000;

function knownOf(events: readonly Given[]): SignalKey[] {
  const state = startState();
  for (const one of eventsOf(events)) fold(state, one);
  const { signals } = readState('project', state, NOW, workingTimeOf(ROUND_THE_CLOCK));
  return SIGNAL_KEYS.filter((key) => signals[key].known);
}

const said = (sender: string, days: number, more: object = {}): Given => [
  'message_sent',
  ago(days),
  { sender, conversation_id: 'a', sentiment_score: 0, ...more },
];
const entry = (entry_type: string, amount: number, more: object = {}): Given => [
  'finance_entry_recorded',
  ago(9),
  { entry_id: entry_type, entry_type, amount, deal_id: 'd', ...more },
];

const WRITTEN: SignalKey[] = ['waiting_on_client_days', 'waiting_on_us_hours', 'agreement_overdue_count'];

describe('what is known', () => {
  it.each<[string, Given[], SignalKey[]]>([
    ['nothing, of a project without events', [], []],
    ['nothing, of notes alone', [['note_logged', ago(1)]], []],
    ['waiting, once the team wrote', [said('team', 200)], WRITTEN],
    ['not by what a machine wrote', [said('client', 1, { automatic: true })], []],
    [
      'mood and scope, while the client writes',
      [said('client', 20)],
      [...WRITTEN, 'client_sentiment', 'scope_creep_rate'],
    ],
    ['scope for a week longer than mood', [said('client', 22)], [...WRITTEN, 'scope_creep_rate']],
    ['neither, of a client who is silent for long', [said('client', 29)], WRITTEN],
    [
      'how the client is answered, for 28 days',
      [said('client', 40), said('team', 27)],
      [...WRITTEN, 'response_time_median'],
    ],
    ['what is blocked, once any issue was told of', [['issue_created', ago(1), { issue_id: 'i' }]], ['blockers_age']],
    ['what is late, once any stage was', [['stage_completed', ago(1), { stage_id: 's' }]], ['stage_overdue']],
    ['the burn, by a plan', [entry('planned_budget', 100)], ['budget_burn_rate']],
    ['not the burn of a plan that was taken out', [entry('planned_budget', 0)], []],
    ['nothing, of cost alone', [entry('cost', 100)], []],
    ['nothing, of a value without cost', [entry('expected_revenue', 100)], []],
    ['the margin, by a value and a cost', [entry('expected_revenue', 100), entry('cost', 100)], ['margin_risk']],
  ])('%s', (_name, events, known) => expect(knownOf(events).sort()).toEqual([...known].sort()));
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventsOf, type Given, refs } from '../../../../test/builders/domain-events.js';
import { readState } from '../read-state.js';
import { SIGNAL_KEYS, type SignalKey } from '../signal.js';
import { fold, loadState, saveState, startState, takeSilences } from '../state.js';
import { Timeline } from '../timeline.js';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const DAY = 86_400_000;
const ago = (days: number) => NOW - days * DAY;

const read = (events: Given[]) => {
  const state = startState();
  for (const one of eventsOf(events)) fold(state, one);
  return readState('project', state, NOW);
};
const signal = (key: SignalKey, ...events: Given[]) => read(events).signals[key];

describe('an empty project', () => {
  it('has every signal at 0 and ok, and no evidence', () => {
    for (const key of SIGNAL_KEYS) expect(signal(key)).toMatchObject({ value: 0, status: 'ok', evidence_refs: [] });
  });
});

describe('waiting_on_client_days', () => {
  it.each([
    ['the team spoke last', [['team', 3]], 3, 'warn'],
    [
      'the client answered',
      [
        ['team', 3],
        ['client', 2],
      ],
      0,
      'ok',
    ],
    [
      'the team wrote again: its last message counts',
      [
        ['client', 9],
        ['team', 6],
        ['team', 5],
      ],
      5,
      'critical',
    ],
    ['at the very threshold', [['team', 2]], 2, 'warn'],
  ] as const)('%s', (_name, said, value, status) => {
    const messages = said.map(([by, days]) => ['message_sent', ago(days), { sender: by }] as const);
    expect(signal('waiting_on_client_days', ...messages)).toMatchObject({ value, status });
  });

  it('rests on the client’s last message and what the team has said since, newest first', () => {
    const { evidence_refs } = signal(
      'waiting_on_client_days',
      ['message_sent', ago(9), { sender: 'client' }],
      ['message_sent', ago(8), { sender: 'client' }],
      ['message_sent', ago(7), { sender: 'team' }],
      ['message_sent', ago(6), { sender: 'team' }],
    );
    expect(evidence_refs).toMatchObject(refs(4, 3, 2));
    expect(evidence_refs[0]?.occurred_at).toBe(new Date(ago(6)).toISOString());
  });
});

describe('response_time_avg', () => {
  const said = (by: string, days: number, conversation = 'a') =>
    ['message_sent', ago(days), { sender: by, conversation_id: conversation }] as const;

  it('runs from the first unanswered message to the next answer in the same conversation', () => {
    const value = signal(
      'response_time_avg',
      said('client', 3),
      said('client', 2),
      said('team', 1.5, 'b'),
      said('team', 1),
    );
    expect(value).toMatchObject({ value: 2 * 24 * 60, status: 'critical', details: { answers: 1 } });
  });

  it('forgets answers of more than 35 days ago, and does not count what is still open', () => {
    const old = [said('client', 36), said('team', 35)];
    expect(signal('response_time_avg', ...old)).toMatchObject({ value: 0, details: { answers: 0 } });
    expect(signal('response_time_avg', ...old, said('client', 2), said('team', 1), said('client', 0.5)).value).toBe(
      1440,
    );
  });
});

describe('blockers_age', () => {
  const issue = (type: string, id: string, days: number) => [type, ago(days), { issue_id: id }] as const;

  it('is the mean over open ones; freed, completed and very old ones do not count', () => {
    const value = signal(
      'blockers_age',
      issue('issue_blocked', 'old', 91),
      issue('issue_blocked', 'freed', 20),
      issue('issue_blocked', 'done', 20),
      issue('issue_blocked', 'a', 8),
      issue('issue_blocked', 'b', 4),
      issue('issue_blocked', 'a', 2),
      issue('issue_unblocked', 'freed', 1),
      issue('issue_completed', 'done', 1),
    );
    expect(value).toMatchObject({ value: 6, status: 'critical', details: { open_blockers: 2 } });
  });
});

describe('stage_overdue', () => {
  const stage = (type: string, id: string, days: number, due: number | null = null) =>
    [type, ago(days), { stage_id: id, due_at: due === null ? null : new Date(ago(due)).toISOString() }] as const;

  it('takes the most overdue of the active ones, by their latest due date', () => {
    const value = signal(
      'stage_overdue',
      stage('stage_started', 'moved', 30, 20),
      stage('stage_started', 'moved', 25, 2),
      stage('stage_started', 'done', 30, 25),
      stage('stage_completed', 'done', 10),
      stage('stage_started', 'open', 30),
    );
    expect(value).toMatchObject({ value: 2, status: 'warn', details: { active_stages: 2, overdue_stages: 1 } });
  });
});

describe('agreement_overdue_count', () => {
  const made = (id: string, days: number, due: number | null, conversation = 'a') =>
    [
      'agreement_created',
      ago(days),
      {
        agreement_id: id,
        conversation_id: conversation,
        due_at: due === null ? null : new Date(ago(due)).toISOString(),
      },
    ] as const;

  it('counts open ones past their date', () => {
    expect(
      signal(
        'agreement_overdue_count',
        made('old', 91, 80),
        made('a', 20, 3),
        made('b', 20, 3, 'b'),
        made('open', 9, null),
      ),
    ).toMatchObject({ value: 2, status: 'critical', details: { open_agreements: 3 } });
  });

  it('is closed by its approval, or by one that names none: then the latest of its conversation', () => {
    const approved = (payload: object) => ['approval_approved', ago(1), payload] as const;
    const two = [made('first', 9, 3), made('second', 8, 3), made('other', 7, 3, 'b')];
    expect(signal('agreement_overdue_count', ...two, approved({ agreement_id: 'first' })).value).toBe(2);
    expect(signal('agreement_overdue_count', ...two, approved({ conversation_id: 'a' })).evidence_refs).toMatchObject(
      refs(3, 1),
    );
    expect(signal('agreement_overdue_count', ...two, approved({ conversation_id: 'c' })).value).toBe(3);
  });
});

describe('sentiment_trend', () => {
  const said = (score: number, days: number, sender = 'client') =>
    ['message_sent', ago(days), { sender, sentiment_score: score }] as const;

  it('is the last step of the smoothed mean of what the client says', () => {
    expect(signal('sentiment_trend', said(-0.9, 1)).value).toBe(0);
    expect(signal('sentiment_trend', said(0.2, 3), said(0.9, 2, 'team'), said(-0.8, 1))).toMatchObject({
      value: expect.closeTo(0.35 * -0.8 + 0.65 * 0.2 - 0.2, 12),
      status: 'critical',
    });
  });
});

describe('scope_creep_rate', () => {
  const client = (days: number) => ['message_sent', ago(days), { sender: 'client' }] as const;

  it('is requests out of scope for each message of the week, and never divides by nothing', () => {
    expect(
      signal(
        'scope_creep_rate',
        client(7),
        ['scope_change_detected', ago(7)],
        client(3),
        client(2),
        client(1),
        client(1),
        ['scope_change_detected', ago(1)],
      ),
    ).toMatchObject({ value: 0.25, status: 'warn' });
    expect(signal('scope_creep_rate', ['scope_change_detected', ago(1)]).value).toBe(1);
  });
});

describe('money', () => {
  const entry = (id: string, entry_type: string, amount: number, days = 1) =>
    ['finance_entry_recorded', ago(days), { entry_id: id, entry_type, amount }] as const;

  it.each([
    [
      'the latest amount of each entry',
      [entry('p', 'planned_budget', 50, 9), entry('p', 'planned_budget', 100), entry('c', 'cost', 125)],
      1.25,
      1,
    ],
    ['cost without a plan', [entry('c', 'cost', 1)], 1.5, 1],
    ['a plan without cost', [entry('p', 'planned_budget', 100)], 0, 0],
    [
      'a plan of next to nothing',
      [entry('p', 'planned_budget', Number.MIN_VALUE), entry('c', 'cost', 1)],
      Number.MAX_VALUE,
      1,
    ],
    ['what is no amount', [entry('c', 'cost', 10, 2), entry('c', 'cost', 1e300)], 1.5, 1],
    ['an entry taken back', [entry('c', 'cost', 10, 2), entry('c', 'cost', 0)], 0, 0],
    ['a sound margin', [entry('r', 'revenue', 100), entry('c', 'cost', 65)], 1.5, 0],
    [
      'half of a sound margin',
      [entry('r', 'revenue', 200), entry('p', 'planned_budget', 165), entry('c', 'cost', 165)],
      1,
      0.5,
    ],
  ] as const)('%s', (_name, entries, burn, margin) => {
    const { signals } = read([...entries]);
    expect(signals.budget_burn_rate.value).toBeCloseTo(burn, 12);
    expect(signals.margin_risk.value).toBeCloseTo(margin, 12);
  });

  const of = (deal: string, ...related: string[]) => ({ deal_id: deal, related_record_ids: related });
  const cost = (days: number, records: object, id = 'c') =>
    ['finance_entry_recorded', ago(days), { entry_id: id, entry_type: 'cost', amount: 5, ...records }] as const;
  const invoice = (days: number, ...record_ids: string[]) => ['invoice_sent', ago(days), { record_ids }] as const;
  const note = (days: number, about_budget: boolean, ...record_ids: string[]) =>
    ['note_logged', ago(days), { record_ids, about_budget }] as const;

  it.each<[string, Given[], number[]]>([
    ['an invoice on the deal’s company, earlier', [invoice(9, 'co'), cost(5, of('d', 'co'))], [2, 1]],
    ['a note of the budget on the deal, later', [cost(5, of('d')), note(2, true, 'd')], [2, 1]],
    ['a note on somebody of the deal’s', [cost(5, of('d', 'co', 'p')), note(2, true, 'x', 'p')], [2, 1]],
    ['not a note of anything else', [cost(5, of('d')), note(2, false, 'd')], [1]],
    ['not an invoice of another company', [cost(5, of('d', 'co')), invoice(2, 'other')], [1]],
    ['not one of a company that the deal has left', [cost(5, of('d', 'co')), invoice(4, 'co'), cost(3, of('d'))], [3]],
    ['each once, whatever it is linked to', [cost(5, of('d', 'co')), invoice(2, 'd', 'co')], [2, 1]],
    ['nothing where no amount is', [invoice(2, 'co')], []],
  ])('rests on the deals, and on what tells of their money: %s', (_name, events, expected) => {
    for (const key of ['budget_burn_rate', 'margin_risk'] as const)
      expect(signal(key, ...events).evidence_refs).toMatchObject(refs(...expected));
  });

  it('keeps the deal among the twenty, however much has been told since', () => {
    const invoices = Array.from({ length: 25 }, (_, index) => invoice(25 - index, 'd'));
    const { evidence_refs } = signal('budget_burn_rate', cost(40, of('d')), ...invoices);
    expect(evidence_refs).toMatchObject(refs(...Array.from({ length: 19 }, (_, index) => 26 - index), 1));
    expect(evidence_refs).toHaveLength(20);
  });
});

describe('activity_drop', () => {
  const did = (days: number) => ['note_logged', ago(days)] as const;
  it.each([
    ['less than before', [did(13), did(12), did(11), did(10), did(1)], 0.75],
    ['more than before', [did(8), did(2), did(1)], 0],
    ['nothing before', [did(14), did(1)], 0],
    ['nothing since', [did(7)], 1],
    ['now counts', [did(8), did(0)], 0],
  ] as const)('%s', (_name, events, value) => {
    expect(signal('activity_drop', ...events).value).toBe(value);
  });
});

describe('client_silent_started', () => {
  const said = (by: string, days: number) => ['message_sent', ago(days), { sender: by }] as const;
  const silences = (...events: Given[]) => {
    const state = startState();
    const timeline = new Timeline(state, [NOW], () => undefined);
    for (const one of eventsOf(events)) timeline.take(one);
    timeline.finish();
    return takeSilences(state).map(({ at }) => (NOW - at) / DAY);
  };

  it('begins four days after the team’s last message, once until the client speaks', () => {
    expect(silences(said('team', 20), said('team', 19), said('team', 9), said('client', 8), said('team', 5))).toEqual([
      15, 1,
    ]);
    expect(silences(said('team', 3))).toEqual([]);
    expect(silences(said('team', 9), said('client', 5))).toEqual([]);
  });
});

describe('the state', () => {
  const anyEvent = fc.record({
    type: fc.constantFrom(
      'message_sent',
      'scope_change_detected',
      'need_detected',
      'issue_blocked',
      'issue_unblocked',
      'issue_completed',
      'stage_started',
      'stage_completed',
      'agreement_created',
      'approval_approved',
      'finance_entry_recorded',
      'invoice_paid',
      'note_logged',
    ),
    at: fc.integer({ min: ago(150), max: NOW }),
    sender: fc.constantFrom('client', 'team'),
    id: fc.constantFrom('a', 'b', '7', '10'),
    score: fc.double({ min: -1, max: 1, noNaN: true }),
    entry_type: fc.constantFrom('planned_budget', 'cost', 'revenue'),
    amount: fc.integer({ min: 0, max: 100_000 }),
  });
  const history = fc.array(anyEvent, { maxLength: 60 }).map((rows) =>
    eventsOf(
      [...rows]
        .sort((a, b) => a.at - b.at)
        .map(({ type, at, id, sender, score, ...rest }) => [
          type,
          at,
          {
            ...rest,
            sender,
            sentiment_score: score,
            conversation_id: id,
            issue_id: id,
            stage_id: id,
            agreement_id: type === 'approval_approved' ? null : id,
            entry_id: id,
            deal_id: id,
            record_ids: [id],
            about_budget: score > 0,
            due_at: new Date(at + 3 * DAY).toISOString(),
          },
        ]),
    ),
  );

  it('is the same whether it was stored in between or not, wherever', () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(60)), (events, stops) => {
        const whole = startState();
        for (const one of events) fold(whole, one);
        let resumed = startState();
        for (const [index, one] of events.entries()) {
          if (stops.includes(index)) resumed = loadState(saveState(resumed, one.at));
          fold(resumed, one);
        }
        expect(readState('p', resumed, NOW)).toEqual(readState('p', whole, NOW));
        expect(takeSilences(resumed)).toEqual(takeSilences(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('gives scores within 0 to 100 that are the sum of their parts', () => {
    fc.assert(
      fc.property(history, (events) => {
        const state = startState();
        for (const one of events) fold(state, one);
        const { scores, signals } = readState('p', state, NOW);
        for (const [type, { value, factors, evidence_refs }] of Object.entries(scores)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
          const sum = factors.reduce(
            (total, { contribution }) => total + contribution,
            type === 'project_health' ? 100 : 0,
          );
          expect(value).toBeCloseTo(sum, 9);
          expect(evidence_refs.length).toBeLessThanOrEqual(60);
        }
        for (const { evidence_refs } of Object.values(signals)) expect(evidence_refs.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 300 },
    );
  });
});

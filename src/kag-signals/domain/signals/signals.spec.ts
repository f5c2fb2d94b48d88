import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventsOf, type Given, refs } from '../../../../test/builders/domain-events.js';
import { ROUND_THE_CLOCK, type WorkingCalendar } from '../../../common/working-time/calendar.js';
import { workingTimeOf, type WorkingTime } from '../../../common/working-time/working-time.js';
import { readState } from '../read-state.js';
import type { DomainEvent } from '../domain-event.js';
import { SIGNAL_KEYS, type SignalKey } from '../signal.js';
import { fold, loadState, saveState, startState, takeSilences, type State } from '../state.js';
import { Timeline } from '../timeline.js';

const NOW = Date.parse('2026-03-31T12:00:00.000Z');
const DAY = 86_400_000;
const ago = (days: number) => NOW - days * DAY;

/** Where a test says no hours, people work all the time, so that days are days. */
const ALWAYS = workingTimeOf(ROUND_THE_CLOCK);
const OFFICE: WorkingCalendar = {
  time_zone: 'UTC',
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: '09:00', end: '18:00' },
};

const read = (events: Given[], now = NOW, time = ALWAYS) => {
  const state = startState();
  for (const one of eventsOf(events)) fold(state, one);
  return readState('project', state, now, time);
};
/** The same at a moment, by an office's hours. */
const readInOffice = (now: string, ...events: Given[]) => read(events, Date.parse(now), workingTimeOf(OFFICE)).signals;
const signal = (key: SignalKey, ...events: Given[]) => read(events).signals[key];

describe('an empty project', () => {
  it('has no signal that is known, and no score', () => {
    const { signals, scores } = read([]);
    for (const key of SIGNAL_KEYS)
      expect(signals[key]).toMatchObject({ known: false, value: null, status: 'unknown', evidence_refs: [] });
    for (const score of Object.values(scores))
      expect(score).toEqual({ known: false, value: null, band: null, coverage: 0, factors: [], evidence_refs: [] });
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
      'the team wrote again: its first message counts',
      [
        ['client', 9],
        ['team', 6],
        ['team', 5],
      ],
      6,
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

/** A message at a time, as the connector tells it. */
const message = (at: string, sender: string, more: object = {}): Given => [
  'message_sent',
  Date.parse(at),
  { sender, conversation_id: 'a', expects_answer: true, automatic: false, ...more },
];
const statement = (at: string, sender: string, more: object = {}) =>
  message(at, sender, { expects_answer: false, ...more });

describe('waiting on the client, in working time', () => {
  it('does not begin anew with a follow-up', () => {
    // Monday to Wednesday of the next week: asked on the first day, and again each day.
    const asked = message('2026-03-02T09:00Z', 'team');
    const again = [3, 4, 5, 6, 9, 10].map((day) => message(`2026-03-${String(day).padStart(2, '0')}T12:00Z`, 'team'));
    const signals = readInOffice('2026-03-11T09:00Z', asked, ...again);
    expect(signals.waiting_on_client_days).toMatchObject({
      value: 7,
      status: 'critical',
      details: { since: '2026-03-02T09:00:00.000Z' },
    });
  });

  it.each<[string, Given[], number]>([
    ['over a weekend it stands still', [message('2026-03-06T18:00Z', 'team')], 0],
    ['what the team tells is not waited for', [statement('2026-03-02T09:00Z', 'team')], 0],
    [
      'it runs from the question, not from the news before it',
      [statement('2026-03-02T09:00Z', 'team'), message('2026-03-05T09:00Z', 'team')],
      2,
    ],
    [
      'thanks of the client end it',
      [message('2026-03-02T09:00Z', 'team'), statement('2026-03-03T09:00Z', 'client')],
      0,
    ],
    [
      'a client’s note of absence does not',
      [message('2026-03-02T09:00Z', 'team'), statement('2026-03-02T09:01Z', 'client', { automatic: true })],
      5,
    ],
    [
      'a machine of ours asks nothing',
      [statement('2026-03-02T08:59Z', 'client'), message('2026-03-02T09:00Z', 'team', { automatic: true })],
      0,
    ],
  ])('%s', (_name, events, days) => {
    expect(readInOffice('2026-03-09T09:00Z', ...events).waiting_on_client_days.value).toBeCloseTo(days, 12);
  });

  it('reads events of before it was told whether they expect an answer as if they did', () => {
    const signals = readInOffice('2026-03-04T09:00Z', [
      'message_sent',
      Date.parse('2026-03-02T09:00Z'),
      { sender: 'team' },
    ]);
    expect(signals.waiting_on_client_days.value).toBe(2);
  });
});

describe('waiting_on_us_hours', () => {
  const at = (...events: Given[]) => readInOffice('2026-03-09T10:00Z', ...events).waiting_on_us_hours;

  it('runs from the oldest open question of the client, in working hours', () => {
    const first = message('2026-03-05T17:00Z', 'client');
    expect(
      at(
        first,
        message('2026-03-06T09:00Z', 'client'),
        message('2026-03-06T10:00Z', 'client', { conversation_id: 'b' }),
      ),
    ).toMatchObject({
      value: 11,
      status: 'warn',
      details: { since: '2026-03-05T17:00:00.000Z', conversations: 2 },
      evidence_refs: refs(3, 1),
    });
  });

  it.each<[string, Given[], number]>([
    ['no question', [statement('2026-03-05T17:00Z', 'client')], 0],
    [
      'an answer in the same conversation',
      [message('2026-03-05T17:00Z', 'client'), statement('2026-03-06T10:00Z', 'team')],
      0,
    ],
    [
      'an answer in another one',
      [message('2026-03-05T17:00Z', 'client'), statement('2026-03-06T10:00Z', 'team', { conversation_id: 'b' })],
      11,
    ],
    [
      'thanks after a question leave it open',
      [message('2026-03-06T17:00Z', 'client'), statement('2026-03-06T17:30Z', 'client')],
      2,
    ],
    ['a question of last year', [message('2025-03-05T17:00Z', 'client')], 0],
  ])('%s', (_name, events, hours) => {
    expect(at(...events).value).toBeCloseTo(hours, 12);
  });

  it('is not ended by an out-of-office answer', () => {
    const signals = readInOffice(
      '2026-03-09T10:00Z',
      message('2026-03-04T10:00Z', 'client'),
      statement('2026-03-04T10:00:05Z', 'team', { automatic: true }),
    );
    expect(signals.waiting_on_client_days).toMatchObject({ value: 0, status: 'ok' });
    expect(signals.response_time_median).toMatchObject({ details: { answers: 0 } });
    expect(signals.waiting_on_us_hours).toMatchObject({ value: 27, status: 'critical' });
  });
});

describe('answer time, in working time', () => {
  const at = (...events: Given[]) => readInOffice('2026-03-13T18:00Z', ...events).response_time_median;

  it('takes no closing thanks for an open question, and no night or weekend for waiting', () => {
    const week = ['02', '03', '04', '05', '06'].flatMap((day) => [
      message(`2026-03-${day}T15:00Z`, 'client'),
      statement(`2026-03-${day}T15:05Z`, 'team'),
      statement(`2026-03-${day}T15:10Z`, 'client'),
    ]);
    expect(at(...week)).toMatchObject({ value: 5, status: 'ok', details: { answers: 5 } });
    expect(at(message('2026-03-06T17:50Z', 'client'), statement('2026-03-09T09:10Z', 'team')).value).toBe(20);
  });

  it('is the middle of all answers: one that was forgotten moves it little', () => {
    const answered = (day: string, minutes: number) => [
      message(`2026-03-${day}T09:00Z`, 'client'),
      statement(new Date(Date.parse(`2026-03-${day}T09:00Z`) + minutes * 60_000).toISOString(), 'team'),
    ];
    expect(at(...answered('02', 10), ...answered('03', 20), ...answered('04', 500)).value).toBe(20);
    expect(at(...answered('02', 10), ...answered('03', 30)).value).toBe(20);
  });
});

describe('response_time_median', () => {
  const said = (by: string, days: number, conversation = 'a') =>
    ['message_sent', ago(days), { sender: by, conversation_id: conversation }] as const;

  it('runs from the first unanswered message to the next answer in the same conversation', () => {
    const value = signal(
      'response_time_median',
      said('client', 3),
      said('client', 2),
      said('team', 1.5, 'b'),
      said('team', 1),
    );
    expect(value).toMatchObject({ value: 2 * 24 * 60, status: 'critical', details: { answers: 1 } });
  });

  it('forgets answers of more than 28 days ago, and does not count what is still open', () => {
    const old = [said('client', 29), said('team', 28)];
    expect(signal('response_time_median', ...old)).toMatchObject({ value: null, details: { answers: 0 } });
    expect(signal('response_time_median', ...old, said('client', 2), said('team', 1), said('client', 0.5)).value).toBe(
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
    ).toMatchObject({ value: 0.25, status: 'warn', details: { requests_7d: 1, requests_28d: 2, client_messages: 4 } });
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
      null,
    ],
    ['cost without a plan or a price', [entry('c', 'cost', 1)], null, null],
    ['a plan without cost', [entry('p', 'planned_budget', 100)], 0, null],
    [
      'a plan of next to nothing',
      [entry('p', 'planned_budget', Number.MIN_VALUE), entry('c', 'cost', 1)],
      Number.MAX_VALUE,
      null,
    ],
    [
      'what is no amount',
      [entry('p', 'planned_budget', 10, 3), entry('c', 'cost', 10, 2), entry('c', 'cost', 1e300)],
      1,
      null,
    ],
    ['an entry taken back', [entry('c', 'cost', 10, 2), entry('c', 'cost', 0)], null, null],
    ['a sound margin', [entry('r', 'revenue', 100), entry('c', 'cost', 65)], null, 0],
    [
      'a deal that is not won yet: its cost is held against its value',
      [entry('v', 'expected_revenue', 100), entry('c', 'cost', 20)],
      null,
      0,
    ],
    ['an open deal that pays too little', [entry('v', 'expected_revenue', 200), entry('c', 'cost', 165)], null, 0.5],
    [
      'what is won, once something is',
      [entry('v', 'expected_revenue', 1000), entry('r', 'revenue', 200), entry('c', 'cost', 165)],
      null,
      0.5,
    ],
    [
      'half of a sound margin',
      [entry('r', 'revenue', 200), entry('p', 'planned_budget', 165), entry('c', 'cost', 165)],
      1,
      0.5,
    ],
  ] as const)('%s', (_name, entries, burn, margin) => {
    const { signals } = read([...entries]);
    const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 12));
    expect(signals.budget_burn_rate).toMatchObject({ known: burn !== null, value: near(burn) });
    expect(signals.margin_risk).toMatchObject({ known: margin !== null, value: near(margin) });
  });

  it('burns by the worst deal, which others do not hide', () => {
    const amounts = (deal_id: string, planned: number, spent: number) =>
      (['planned_budget', 'cost'] as const).map(
        (entry_type, n) =>
          [
            'finance_entry_recorded',
            ago(1),
            { entry_id: `${deal_id}:${entry_type}`, entry_type, amount: [planned, spent][n], deal_id },
          ] as const,
      );
    const signals = read([...amounts('a', 100, 132), ...amounts('b', 500, 100), ...amounts('c', 500, 0)]).signals;
    expect(signals.budget_burn_rate).toMatchObject({
      value: 1.32,
      status: 'critical',
      details: { deal: 'a', planned_budget: 100, cost: 132, deals_with_plan: 3 },
    });
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

describe('client_silent_started', () => {
  const said = (by: string, days: number) => ['message_sent', ago(days), { sender: by }] as const;
  const silencesBy = (time: WorkingTime, ...events: Given[]) => {
    const state = startState();
    const timeline = new Timeline(state, time, [NOW], () => undefined);
    for (const one of eventsOf(events)) timeline.take(one);
    timeline.finish();
    return takeSilences(state).map(({ at }) => (NOW - at) / DAY);
  };
  const silences = (...events: Given[]) => silencesBy(ALWAYS, ...events);

  it('begins four days after the team’s first question, once until the client speaks', () => {
    expect(silences(said('team', 20), said('team', 19), said('team', 9), said('client', 8), said('team', 5))).toEqual([
      16, 1,
    ]);
    expect(silences(said('team', 3))).toEqual([]);
    expect(silences(said('team', 9), said('client', 5))).toEqual([]);
  });

  it('does not begin anew with a follow-up, nor with what a machine writes', () => {
    const machine = ['message_sent', ago(7), { sender: 'client', automatic: true }] as const;
    expect(silences(said('team', 9), said('team', 8), machine, said('team', 6), said('team', 3))).toEqual([5]);
    expect(silences(['message_sent', ago(9), { sender: 'team', expects_answer: false }])).toEqual([]);
  });

  it('counts working days', () => {
    // NOW is Tuesday noon: five days before is Thursday noon, and three working days have passed.
    const office = workingTimeOf(OFFICE);
    expect(silencesBy(office, said('team', 5))).toEqual([]);
    expect(silencesBy(office, said('team', 6))).toEqual([0]);
    expect(silencesBy(office, said('team', 7))).toEqual([1]);
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
      'deal_stage_changed',
      'invoice_paid',
      'note_logged',
    ),
    at: fc.integer({ min: ago(150), max: NOW }),
    sender: fc.constantFrom('client', 'team'),
    expects_answer: fc.boolean(),
    automatic: fc.boolean(),
    id: fc.constantFrom('a', 'b', '7', '10'),
    score: fc.double({ min: -1, max: 1, noNaN: true }),
    person: fc.constantFrom('anna', 'boris', null),
    entry_type: fc.constantFrom('planned_budget', 'cost', 'revenue', 'expected_revenue'),
    deal_status: fc.constantFrom('open', 'won', 'lost', null),
    amount: fc.integer({ min: 0, max: 100_000 }),
  });
  const history = fc.array(anyEvent, { maxLength: 60 }).map((rows) =>
    eventsOf(
      [...rows]
        .sort((a, b) => a.at - b.at)
        .map(({ type, at, id, sender, score, person, ...rest }) => [
          type,
          at,
          {
            ...rest,
            sender,
            sentiment_score: score,
            sender_id: person,
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
        const time = workingTimeOf(OFFICE);
        const until = (state: State, some: DomainEvent[], moments: number[]) => {
          const timeline = new Timeline(state, time, moments, () => undefined);
          for (const one of some) timeline.take(one);
          timeline.finish();
          return state;
        };
        const whole = until(startState(), events, [NOW]);
        let resumed = startState();
        for (const [index, one] of events.entries()) {
          if (stops.includes(index)) resumed = loadState(saveState(resumed, one.at));
          resumed = until(resumed, [one], []);
        }
        resumed = until(resumed, [], [NOW]);
        expect(readState('p', resumed, NOW, time)).toEqual(readState('p', whole, NOW, time));
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
        const { scores, signals } = readState('p', state, NOW, ALWAYS);
        for (const [type, { known, value, coverage, factors, evidence_refs }] of Object.entries(scores)) {
          expect([type, known]).toEqual([type, coverage >= 0.5]);
          if (!known) continue;
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

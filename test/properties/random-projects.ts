import fc from 'fast-check';
import { WEEKDAYS } from '../../src/common/working-time/calendar.js';
import type { ChainEvent, ChainInput, ChainProject } from './chain.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Moments around which clocks are put on or back in New York, and around midnights there, in Kolkata and in UTC. */
const TURNS = [
  '2026-03-08T07:00:00.000Z',
  '2026-11-01T06:00:00.000Z',
  '2026-03-08T05:00:00.000Z',
  '2026-03-08T18:30:00.000Z',
  '2026-03-09T00:00:00.000Z',
].map((text) => Date.parse(text));

const nows = fc.oneof(
  fc.tuple(fc.constantFrom(...TURNS), fc.constantFrom(-HOUR, -1, 0, 1, HOUR)).map(([turn, more]) => turn + more),
  fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-31') }),
);

const ids = fc.constantFrom('a', 'b', '7', '10');
const due = (at: number) =>
  fc.option(fc.integer({ min: -5, max: 9 }).map((days) => new Date(at + days * DAY).toISOString()));

/** Who does it, what it is called, and what else its payload tells. */
const happenings = (at: number, amounts: fc.Arbitrary<number>) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('message_sent'),
        sender: fc.constantFrom('client', 'team'),
        // Older events don't tell these.
        expects_answer: fc.option(fc.boolean(), { nil: undefined }),
        automatic: fc.constantFrom(undefined, false, false, true),
        sentiment_score: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom('scope_change_detected', 'need_detected', 'approval_requested'),
        sender: fc.constant('client'),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom('issue_created', 'issue_blocked', 'issue_unblocked', 'issue_completed', 'note_logged'),
        issue_id: ids,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom('stage_started', 'stage_started', 'stage_completed'),
        stage_id: ids,
        stage_name: fc.constantFrom('Alpha', 'Бета'),
        due_at: due(at),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constantFrom('agreement_created', 'agreement_created', 'approval_approved'),
        agreement_id: fc.option(ids),
        due_at: due(at),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('finance_entry_recorded'),
        entry_id: ids,
        entry_type: fc.constantFrom('planned_budget', 'cost', 'revenue'),
        amount: amounts,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('deal_stage_changed'),
        to: fc.constantFrom('Lost', 'Negotiation', 'Заморожен'),
      }),
    },
  );

const event = (now: number, amounts: fc.Arbitrary<number>): fc.Arbitrary<Omit<ChainEvent, 'id'>> =>
  fc
    .oneof(
      fc.integer({ min: 0, max: 110 * 24 }).map((hours) => now - hours * HOUR),
      fc.integer({ min: -HOUR, max: 16 * DAY }).map((ms) => now - ms),
      fc.tuple(fc.constantFrom(...TURNS), fc.integer({ min: -HOUR, max: HOUR })).map(([turn, ms]) => turn + ms),
    )
    .chain((at) =>
      fc
        .record({ what: happenings(at, amounts), conversation_id: ids, row: fc.nat({ max: 60 }), linked: fc.boolean() })
        .map(({ what: { type, ...payload }, conversation_id, row, linked }) => ({
          type,
          at,
          actor: 'sender' in payload && payload.sender === 'client' ? ('client' as const) : ('team' as const),
          url: linked ? `https://chat.example.org/${row}` : null,
          payload: { conversation_id, ...payload },
          evidence: [{ message_id: `m${row}`, source_table: 'cw_messages', source_pk: `m${row}` }],
        })),
    );

const calendars = fc.record({
  time_zone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata'),
  working_days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  working_hours: fc.constantFrom({ start: '09:00', end: '18:00' }, { start: '00:00', end: '24:00' }),
});

/** Amounts of money as deals have them. */
export const MONEY = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.double({ min: 0, max: 1e5, noNaN: true }));

/** Up to three projects of a scope, with up to `most` events each, and a moment at which they are looked at. */
export const randomProjects = (most = 40, amounts: fc.Arbitrary<number> = MONEY): fc.Arbitrary<ChainInput> =>
  nows.chain((now) =>
    fc
      .array(fc.tuple(calendars, fc.array(event(now, amounts), { maxLength: most })), { minLength: 1, maxLength: 3 })
      .map((logs) => ({
        now: new Date(now).toISOString(),
        projects: logs.map(([calendar, events], n): ChainProject => ({
          calendar,
          id: `p${n}`,
          name: ['Shop', 'Support', 'Перенос'][n] ?? 'Another',
          events: events.map((one, at) => ({ id: at + 1, ...one })),
        })),
      })),
  );

/** The same projects and events, listed in another order. */
export const relisted = ({ now, projects }: ChainInput): fc.Arbitrary<ChainInput> =>
  fc
    .tuple(...projects.map(({ events, ...rest }) => reordered(events).map((other) => ({ ...rest, events: other }))))
    .chain((others) => reordered(others).map((all) => ({ now, projects: all })));

const reordered = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

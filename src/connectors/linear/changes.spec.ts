import { describe, expect, it } from '@jest/globals';
import { linearEvents } from './events.js';
import { linearTexts } from './texts.js';

const ID = '6b1f6a0e-2a53-4b0e-8f6b-0c7d1f7f0a11';
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour));
/** A row as the database gives it back. */
const ISSUE = {
  id: ID,
  identifier: 'OPS-42',
  title: 'Rotate keys',
  description: 'All of them',
  url: 'https://linear.app/acme/issue/OPS-42',
  priority: 2,
  due_date: null,
  state_type: 'started',
  blocked: false,
  blocked_by: [] as string[],
  blocked_since: null as string | null,
  latest_change_at: at(5).toISOString(),
  completed_at: null as Date | null,
  canceled_at: null,
  archived_at: null,
  vendor_created_at: at(2),
  deleted_at: null as Date | null,
  created_at: at(5),
  updated_at: at(20),
  data: {} as object,
};
type Row = Partial<typeof ISSUE>;
const BLOCKED: Row = { blocked: true, blocked_by: ['b'], blocked_since: at(6).toISOString() };

const change = (before: Row | null, after: Row) => ({
  table: 'linear_issues_raw',
  before: before && { ...ISSUE, ...before },
  after: { ...ISSUE, ...after },
});
const eventsOf = (before: Row | null, after: Row, historyDays = 60) =>
  linearEvents(change(before, after), historyDays).map((event) => [event.event_type, event.occurred_at.toISOString()]);

describe('events of an issue', () => {
  it('say which, where, and what it rests on', () => {
    expect(linearEvents(change(null, {}), 60)).toEqual([
      {
        event_type: 'issue_created',
        occurred_at: at(2),
        actor: 'team',
        source: 'linear',
        source_ref: ID,
        source_url: ISSUE.url,
        source_linear_issue_id: ID,
        payload: { issue_id: ID, identifier: 'OPS-42', title: 'Rotate keys', priority: 2, due_date: null },
        evidence: [{ linear_issue_id: ID, source_table: 'linear_issues_raw', source_pk: ID }],
        dedupe_key: `issue_created:${ID}`,
      },
    ]);
  });

  const done = { state_type: 'completed', completed_at: at(7) };
  it.each<[string, Row | null, Row, [string, Date][]]>([
    ['an old issue is no news', null, { vendor_created_at: at(-100) }, []],
    ['nor is one that is put away already', null, { ...done, deleted_at: at(9) }, []],
    [
      'until it is back',
      { ...done, deleted_at: at(9) },
      done,
      [
        ['issue_created', at(2)],
        ['issue_completed', at(7)],
      ],
    ],
    ['nor is an edit of one that is put away', { ...done, deleted_at: at(9) }, { ...done, deleted_at: at(9) }, []],
    [
      'a new one that is done',
      null,
      done,
      [
        ['issue_created', at(2)],
        ['issue_completed', at(7)],
      ],
    ],
    [
      'a new one that is blocked',
      null,
      BLOCKED,
      [
        ['issue_created', at(2)],
        ['issue_blocked', at(6)],
      ],
    ],
    ['an edit', {}, { title: 'Else' }, []],
    [
      'blocked by a new relation',
      {},
      { ...BLOCKED, latest_change_at: at(6).toISOString() },
      [['issue_blocked', at(6)]],
    ],
    [
      'blocked by an old relation, whose issue was opened again',
      { latest_change_at: at(8).toISOString() },
      { ...BLOCKED, latest_change_at: at(9).toISOString() },
      [['issue_blocked', at(9)]],
    ],
    ['still blocked, by another', BLOCKED, { ...BLOCKED, blocked_by: ['c'] }, []],
    ['freed by a change', BLOCKED, { latest_change_at: at(9).toISOString() }, [['issue_unblocked', at(9)]]],
    ['freed without a trace: when it was noticed', BLOCKED, {}, [['issue_unblocked', at(20)]]],
    [
      'freed without a trace, by our clock before it was blocked: then',
      { ...BLOCKED, latest_change_at: at(6).toISOString() },
      { updated_at: at(5, 23) },
      [['issue_unblocked', at(6)]],
    ],
    ['completed frees by itself', BLOCKED, done, [['issue_completed', at(7)]]],
    ['put away frees', BLOCKED, { ...BLOCKED, deleted_at: at(9) }, [['issue_unblocked', at(20)]]],
    ['done, then archived', done, { ...done, deleted_at: at(9) }, []],
    ['done and archived since the last look', {}, { ...done, deleted_at: at(9) }, [['issue_completed', at(7)]]],
    ['completed again', {}, { ...done, completed_at: at(11) }, [['issue_completed', at(11)]]],
  ])('%s', (_name, before, after, events) =>
    expect(eventsOf(before, after)).toEqual(events.map(([type, time]) => [type, time.toISOString()])),
  );

  it('have a key for each time it happened, and the same key for a second look', () => {
    const key = (before: Row, after: Row) => linearEvents(change(before, after), 60)[0]?.dedupe_key;
    const first = { ...BLOCKED, latest_change_at: at(6).toISOString() };
    const second = { ...BLOCKED, latest_change_at: at(9).toISOString() };
    expect(key({}, first)).toBe(key({}, first));
    expect(key({ latest_change_at: at(8).toISOString() }, second)).not.toBe(key({}, first));
  });

  it('are none of other tables’', () => {
    expect(linearEvents({ ...change(null, {}), table: 'linear_comments_raw' }, 60)).toEqual([]);
  });
});

describe('stages', () => {
  const CYCLE = {
    id: 'c1',
    number: 4,
    name: null as string | null,
    starts_at: at(1),
    ends_at: at(14),
    completed_at: null as Date | null,
    started: true,
    vendor_updated_at: at(3).toISOString(),
    deleted_at: null as Date | null,
    created_at: at(5),
  };
  type Cycle = Partial<typeof CYCLE>;
  const stages = (before: Cycle | null, after: Cycle) =>
    linearEvents(
      { table: 'linear_cycles_raw', before: before && { ...CYCLE, ...before }, after: { ...CYCLE, ...after } },
      60,
    ).map((event) => [event.event_type, event.occurred_at, event.payload['due_at'], event.payload['stage_name']]);
  const due = at(14).toISOString();
  const ahead = { started: false };
  const over = { completed_at: at(14) };

  it.each<[string, Cycle | null, Cycle, unknown[][]]>([
    ['one to come', null, ahead, []],
    ['one that runs', null, {}, [['stage_started', at(1), due, 'Cycle 4']]],
    ['one that begins', ahead, { name: 'Launch' }, [['stage_started', at(1), due, 'Launch']]],
    ['one whose end is moved', { ends_at: at(12) }, {}, [['stage_started', at(3), due, 'Cycle 4']]],
    ['one that ends', {}, over, [['stage_completed', at(14), due, 'Cycle 4']]],
    [
      'one that came and went unseen',
      ahead,
      over,
      [
        ['stage_started', at(1), due, 'Cycle 4'],
        ['stage_completed', at(14), due, 'Cycle 4'],
      ],
    ],
    ['one that is removed while it runs', {}, { deleted_at: at(6) }, [['stage_completed', at(3), due, 'Cycle 4']]],
    ['one that is removed before', ahead, { ...ahead, deleted_at: at(6) }, []],
    ['one of long ago', null, { ...over, ends_at: at(-100), created_at: at(5) }, []],
    ['a second look', over, over, []],
  ])('%s', (_name, before, after, events) => expect(stages(before, after)).toEqual(events));
});

describe('texts', () => {
  const texts = (before: Row | null, after: Row) => linearTexts(change(before, after)).map(({ text }) => text);

  it('are an issue’s title and description, found by its identifier', () => {
    expect(linearTexts(change(null, {}))).toEqual([
      {
        source_kind: 'issue',
        source_id: ID,
        sender: 'team',
        text: 'Rotate keys\n\nAll of them',
        identifiers: ['OPS-42'],
        source_url: ISSUE.url,
        occurred_at: at(2),
      },
    ]);
  });

  it.each<[string, Row | null, Row, (string | null)[]]>([
    ['an edit', {}, { description: '' }, ['Rotate keys']],
    ['another identifier', {}, { identifier: 'DEV-1' }, ['Rotate keys\n\nAll of them']],
    ['another state', {}, { state_type: 'completed' }, []],
    ['put away', {}, { deleted_at: at(9) }, [null]],
    ['back', { deleted_at: at(9) }, {}, ['Rotate keys\n\nAll of them']],
    ['put away from the start', null, { deleted_at: at(9) }, []],
  ])('%s', (_name, before, after, expected) => expect(texts(before, after)).toEqual(expected));

  const app = { user: { id: 'u', app: true } };
  it.each<[string, object, 'client' | 'team' | null]>([
    ['a member', { user: { id: 'u', app: false } }, 'team'],
    ['one of whom nothing is told', {}, 'team'],
    ['an app that acts as a user', app, null],
    ['an integration', { botActor: { id: 'b', type: 'sentry', name: 'Sentry' } }, null],
    ['a person through an integration', { botActor: { id: 'b', type: 'slack', userDisplayName: 'Ilse' } }, 'team'],
  ])('of %s are told apart from a machine’s', (_name, data, sender) => {
    const comment = {
      id: 'k',
      body: 'Done',
      from_outside: false,
      url: null,
      vendor_created_at: at(3),
      deleted_at: null,
    };
    const said = { table: 'linear_comments_raw', before: null, after: { ...comment, data } };
    expect(linearTexts(said)[0]?.sender).toBe(sender);
    const outside = { ...said, after: { ...said.after, from_outside: true } };
    expect(linearTexts(outside)[0]?.sender).toBe('client');
  });

  it('of an issue that a machine made are not the team’s, as its event says', () => {
    const made = change(null, { data: { creator: { id: 'u', app: true } } });
    expect(linearTexts(made)[0]?.sender).toBeNull();
    expect(linearEvents(made, 60)[0]?.payload['automatic']).toBe(true);
    expect(linearEvents(change(null, {}), 60)[0]?.payload).not.toHaveProperty('automatic');
  });

  it('are comments too, as parts of the issue', () => {
    const comment = {
      id: 'k',
      body: 'Done',
      from_outside: true,
      url: null,
      vendor_created_at: at(3),
      deleted_at: null,
    };
    const [text] = linearTexts({ table: 'linear_comments_raw', before: null, after: comment });
    expect(text).toMatchObject({ source_kind: 'issue', source_id: 'comment:k', sender: 'client', text: 'Done' });
    const gone = { table: 'linear_comments_raw', before: comment, after: { ...comment, deleted_at: at(4) } };
    expect(linearTexts(gone)).toMatchObject([{ text: null }]);
  });
});

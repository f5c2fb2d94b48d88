import { describe, expect, it } from '@jest/globals';
import { attioEvents } from './events.js';
import { attioTexts } from './texts.js';

const T1 = '2026-01-05T09:30:00.123000001Z';
const T2 = '2026-02-05T09:30:00.456000001Z';
const gone = { deleted_at: new Date('2026-03-01T00:00:00Z') };
const COMMON = {
  web_url: 'https://app.attio.com/acme/deals/record/d-1',
  vendor_created_at: new Date('2026-01-01T00:00:00Z'),
  content_hash: 'h',
  deleted_at: null,
  updated_at: new Date('2026-02-28T00:00:00Z'),
};
/** Rows as the database gives them back. */
const DEAL = {
  ...COMMON,
  record_id: 'd-1',
  name: 'Renewal',
  stage_id: 's-1',
  stage_title: 'Lead',
  stage_since: T1,
  won: false,
  amount: 100,
  currency: 'EUR',
  amount_since: T1,
  planned_budget: null,
  planned_budget_currency: null,
  planned_budget_since: null,
  cost: null,
  cost_currency: null,
  cost_since: null,
};
const NOTE = {
  ...COMMON,
  activity_id: 'n-1',
  kind: 'note',
  record_id: 'd-1',
  linked_records: [],
  title: 'Call',
  content: 'Long',
};
const PERSON = {
  ...COMMON,
  record_id: 'p-1',
  name: 'Ada',
  email: 'a@x',
  emails: ['a@x'],
  company_record_id: 'c-1',
  contact_since: T1,
};

const change = (table: string, base: object, before: object | null, after: object) => ({
  table,
  before: before && { ...base, ...before },
  after: { ...base, ...after },
});
const deal = (before: object | null, after: object) =>
  attioEvents(change('attio_opportunities_raw', DEAL, before, after));
const note = (before: object | null, after: object) => change('attio_activities_raw', NOTE, before, after);
const open = { stage_status: 'open' };
const won = { stage_id: 's-2', stage_title: 'Won', stage_since: T2, stage_status: 'won', won: true };
const lost = { stage_id: 's-3', stage_title: 'Lost', stage_since: T2, stage_status: 'lost' };

it('tells a stage that changed, with where and when', () => {
  expect(deal({}, { stage_id: 's-2', stage_title: 'Proposal', stage_since: T2 })).toEqual([
    {
      event_type: 'deal_stage_changed',
      occurred_at: new Date('2026-02-05T09:30:00.456Z'),
      actor: 'team',
      source: 'attio',
      source_ref: 'd-1',
      source_url: COMMON.web_url,
      source_attio_record_id: 'd-1',
      payload: {
        deal_id: 'd-1',
        deal_name: 'Renewal',
        deal_status: null,
        from: 'Lead',
        to: 'Proposal',
        amount: 100,
        currency: 'EUR',
      },
      evidence: [{ attio_record_id: 'd-1', source_table: 'attio_opportunities_raw', source_pk: 'd-1' }],
      dedupe_key: `deal_stage_changed:d-1:${T1}>${T2}:s-2`,
    },
  ]);
});

describe('deals', () => {
  it.each<[string, object | null, object, string[]]>([
    ['first seen', null, {}, []],
    ['first seen as won', null, won, ['revenue 100']],
    ['first seen with a budget', null, { planned_budget: 5 }, ['planned_budget 5']],
    ['first seen as open', null, open, ['expected_revenue 100']],
    ['first seen as lost', null, lost, ['deal_stage_changed']],
    ['first seen as frozen', null, { ...open, stage_title: 'Frozen' }, ['deal_stage_changed', 'expected_revenue 100']],
    ['won after it was open', open, won, ['deal_stage_changed', 'revenue 100', 'expected_revenue 0']],
    ['lost after it was open', open, lost, ['deal_stage_changed', 'expected_revenue 0']],
    ['revalued while it is open', open, { ...open, amount: 200 }, ['expected_revenue 200']],
    ['open again', won, open, ['deal_stage_changed', 'revenue 0', 'expected_revenue 100']],
    ['won', {}, won, ['deal_stage_changed', 'revenue 100']],
    ['revalued, open', {}, { amount: 200 }, []],
    ['revalued, won', won, { ...won, amount: 200 }, ['revenue 200']],
    ['no longer won', won, {}, ['deal_stage_changed', 'revenue 0']],
    ['of another currency', won, { ...won, currency: 'USD' }, ['revenue 100']],
    ['another title of the stage', {}, { stage_title: 'Fresh' }, []],
    ['a stage without ids', { stage_id: null }, { stage_id: null, stage_title: 'B' }, ['deal_stage_changed']],
    ['cost set', {}, { cost: 3, cost_since: T2 }, ['cost 3']],
    ['cost of nothing', {}, { cost: 0 }, []],
    ['cost taken out', { cost: 3 }, {}, ['cost 0']],
    ['deleted', { ...won, cost: 3 }, { ...won, cost: 3, ...gone }, ['cost 0', 'revenue 0']],
    ['back', { ...won, ...gone }, won, ['revenue 100']],
    ['renamed', {}, { name: 'Else' }, []],
  ])('%s', (_name, before, after, expected) =>
    expect(
      deal(before, after).map(({ event_type, payload }) =>
        event_type === 'finance_entry_recorded'
          ? `${String(payload['entry_type'])} ${String(payload['amount'])}`
          : event_type,
      ),
    ).toEqual(expected),
  );

  it('tell of one that had ended when it was first seen since when, and of no stage before', () =>
    expect(deal(null, lost)).toEqual([
      expect.objectContaining({
        event_type: 'deal_stage_changed',
        occurred_at: new Date('2026-02-05T09:30:00.456Z'),
        payload: {
          deal_id: 'd-1',
          deal_name: 'Renewal',
          from: null,
          to: 'Lost',
          deal_status: 'lost',
          amount: 100,
          currency: 'EUR',
        },
        dedupe_key: `deal_stage_changed:d-1:>${T2}:s-3`,
      }),
    ]));

  it('date an amount by its value, one that went by when that was seen', () => {
    expect(deal({}, { cost: 3, cost_since: T2 })[0]?.occurred_at).toEqual(new Date('2026-02-05T09:30:00.456Z'));
    expect(deal({ cost: 3, cost_since: T2 }, {})[0]?.occurred_at).toEqual(COMMON.updated_at);
  });

  it('have keys of their own for every change there and back', () => {
    const states = [{}, { cost: 3, cost_since: T1 }, {}, { cost: 3, cost_since: T2 }, {}];
    const keys = states.slice(1).flatMap((after, i) => deal(states[i] ?? {}, after).map((event) => event.dedupe_key));
    expect(new Set(keys).size).toBe(4);
  });
});

it('names the records that an amount is explained by: the deal, its company and its people', () => {
  const related = { company_record_id: 'c-1', person_record_ids: ['p-1', 'p-2'] };
  const [entry] = deal({}, { cost: 3, cost_since: T2, ...related });
  expect(entry?.payload).toMatchObject({ deal_id: 'd-1', related_record_ids: ['c-1', 'p-1', 'p-2'] });
  expect(deal({}, { cost: 3, cost_since: T2 })[0]?.payload['related_record_ids']).toEqual([]);
});

describe('notes, tasks and meetings', () => {
  const task = { kind: 'task', is_completed: true, completed_at_text: T2 };
  it.each<[string, object | null, object, string[]]>([
    ['a new note', null, {}, ['note_logged']],
    ['an edited note', {}, { content: 'else' }, []],
    ['a deleted note', {}, gone, []],
    ['a note that is back', gone, {}, []],
    ['a new meeting', null, { kind: 'meeting' }, ['activity_logged']],
    ['a new task that is done', null, task, ['activity_logged', 'activity_logged']],
    ['a task that is done now', { kind: 'task', is_completed: false }, task, ['activity_logged']],
    ['a task that is open again', task, { kind: 'task', is_completed: false }, []],
    ['a note of an invoice', null, { title: 'Invoice 7 sent' }, ['note_logged', 'invoice_sent']],
    [
      'a note that now tells of payment',
      { title: 'Invoice 7 sent' },
      { title: 'Invoice 7 sent', content: 'Invoice 7 paid' },
      ['invoice_paid'],
    ],
    ['a meeting about an invoice', null, { kind: 'meeting', title: 'Invoice 7 sent' }, ['activity_logged']],
  ])('%s', (_name, before, after, expected) =>
    expect(attioEvents(note(before, after)).map((event) => event.event_type)).toEqual(expected),
  );

  it.each([
    [{ content: 'The plan is used up' }, true],
    [{ kind: 'task', title: 'Compare the budget' }, true],
    [{ kind: 'meeting', title: 'Budget' }, false],
    [{}, false],
  ])('%j: about the budget: %s', (after, about_budget) =>
    expect(attioEvents(note(null, after))[0]?.payload).toMatchObject({ about_budget }),
  );

  it.each<[string, object | null, object, (string | null)[]]>([
    ['a new note', null, {}, ['Call\n\nLong']],
    ['an edit', {}, { content: 'else' }, ['Call\n\nelse']],
    ['another author', {}, { author_name: 'B' }, []],
    ['a deletion', {}, gone, [null]],
    ['emptied', {}, { title: null, content: ' ' }, [null]],
    ['back again', gone, {}, ['Call\n\nLong']],
    ['a task', null, { kind: 'task' }, []],
  ])('text of %s', (_name, before, after, texts) =>
    expect(attioTexts(note(before, after)).map(({ text }) => text)).toEqual(texts),
  );
});

describe('what a machine has written', () => {
  const by = (created_by_actor: unknown) => note(null, { data: { created_by_actor } });
  it.each<[string, unknown, 'team' | null]>([
    ['a person of the workspace', { type: 'workspace-member', id: 'm' }, 'team'],
    ['one of whom nothing is told', null, 'team'],
    ['an integration', { type: 'api-token', id: 't' }, null],
    ['Attio itself', { type: 'system', id: null }, null],
    ['an app', { type: 'app', id: 'a' }, null],
  ])('is told from what people have: %s', (_name, actor, sender) => {
    expect(attioTexts(by(actor))[0]?.sender).toBe(sender);
    expect(attioEvents(by(actor))[0]?.payload['automatic'] ?? false).toBe(sender === null);
  });
});

describe('people', () => {
  it.each<[string, object | null, object, unknown[]]>([
    ['first seen', null, {}, []],
    ['another name', {}, { name: 'B' }, [['name']]],
    ['another address', {}, { emails: ['b@x'] }, [['email']]],
    ['another company', {}, { company_record_id: null }, [['company']]],
    ['another job', {}, { job_title: 'B' }, []],
    ['gone', {}, gone, []],
    ['back', gone, { name: 'B' }, []],
  ])('%s', (_name, before, after, changed) =>
    expect(
      attioEvents(change('attio_people_raw', PERSON, before, after)).map((event) => event.payload['changed']),
    ).toEqual(changed),
  );
});

it('companies and foreign tables tell nothing', () => {
  expect(attioEvents(change('attio_accounts_raw', PERSON, null, {}))).toEqual([]);
  expect(attioTexts(change('cw_messages', NOTE, null, {}))).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { AttioClient, OLDEST_FIRST } from './client.js';
import type { AttioWorld } from './world.js';

const NOW = Date.UTC(2026, 4, 5, 9);
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/;

describe('Attio records', () => {
  let sandbox: Sandbox;
  let world: AttioWorld;
  let client: AttioClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => NOW });
    world = sandbox.attio;
    client = new AttioClient(sandbox);
  });
  afterAll(() => sandbox.close());

  const ids = (rows: Json[]): string[] => rows.map((row) => row.id.record_id);

  it('describes its objects, attributes, stages and options', async () => {
    const objects = (await client.get('/objects')).body.data;
    expect(objects.map((row: Json) => row.api_slug)).toEqual(['people', 'companies', 'deals']);
    const deals = objects[2].id.object_id;
    const attributes = (await client.get(`/objects/${deals}/attributes`)).body.data;
    const stage = attributes.find((row: Json) => row.api_slug === 'stage');
    expect(stage).toMatchObject({ type: 'status', is_required: true, id: { object_id: deals } });
    expect(attributes.map((row: Json) => row.api_slug)).toEqual(expect.arrayContaining(['budget', 'cost', 'value']));
    const archived = (await client.get('/objects/deals/attributes?show_archived=true')).body.data;
    expect(archived).toHaveLength(attributes.length + 1);
    expect((await client.get('/objects/deals/attributes?limit=3&offset=2')).body.data).toEqual(attributes.slice(2, 5));
    const statuses = (await client.get('/objects/deals/attributes/stage/statuses')).body.data;
    expect(statuses.map((row: Json) => row.title).join()).toBe('Lead,Discovery,Proposal,Negotiation,Won,Lost');
    expect((await client.get('/objects/companies/attributes/categories/options')).body.data[0].title).toBe(
      'Hospitality',
    );
    expect((await client.get('/objects/users')).body).toMatchObject({ status_code: 404, code: 'not_found' });
  });

  it('wraps ids in objects, every value in a list, and counts nanoseconds', async () => {
    const company = world.addCompany({ name: 'Acme Tools', domains: ['shop.acme.example'], categories: ['Retail'] });
    const person = world.addPerson({ name: 'Ada Finch', emails: ['Ada@acme.example'], phones: ['+44 20 555'] });
    const one = { name: 'Renewal', stage: 'Proposal', value: 12_500, company: company.id, people: [person.id] };
    const [deal, next] = [world.addDeal(one), world.addDeal({ name: 'Second' })];
    expect(next.created_at > deal.created_at).toBe(true);

    const { body } = await client.get(`/objects/deals/records/${deal.id}`);
    const { id, created_at, values } = body.data;
    expect(id).toEqual({ workspace_id: expect.any(String), object_id: expect.any(String), record_id: deal.id });
    expect(created_at).toMatch(STAMP);
    expect(created_at.slice(0, 23)).toBe(new Date(NOW).toISOString().slice(0, 23));
    expect(values.value).toEqual([
      {
        active_from: created_at,
        active_until: null,
        created_by_actor: { type: 'workspace-member', id: world.tables.members[0]?.id },
        currency_value: 12_500,
        currency_code: 'EUR',
        attribute_type: 'currency',
      },
    ]);
    expect(values.stage[0].status).toMatchObject({
      title: 'Proposal',
      is_archived: false,
      id: { object_id: id.object_id },
    });
    expect(values.associated_company[0]).toMatchObject({ target_object: 'companies', target_record_id: company.id });
    expect([values.budget, values.next_step]).toEqual([[], []]);
    expect(values).not.toHaveProperty('lead_source');

    const shown = (await client.get(`/objects/companies/records/${company.id}`)).body.data.values;
    expect(shown.domains[0]).toMatchObject({ domain: 'shop.acme.example', root_domain: 'acme.example' });
    expect(shown.categories[0].option).toMatchObject({ title: 'Retail' });
    expect(shown.associated_deals[0]).toMatchObject({ target_object: 'deals', target_record_id: deal.id });
    const ada = (await client.get(`/objects/people/records/${person.id}`)).body.data.values;
    expect(ada.name[0]).toMatchObject({ first_name: 'Ada', last_name: 'Finch', full_name: 'Ada Finch' });
    expect(ada.email_addresses[0]).toMatchObject({ email_address: 'ada@acme.example', email_domain: 'acme.example' });
    expect(ada.phone_numbers[0]).toMatchObject({ phone_number: '+4420555', country_code: 'GB' });
  });

  it('keeps the history of a value, but not of interactions', async () => {
    const deal = world.addDeal({ name: 'Moving', stage: 'Lead', value: 100 });
    world.setStage(deal.id, 'Proposal');
    world.setStage(deal.id, 'Won');
    world.setStage(deal.id, 'Won');
    const path = `/objects/deals/records/${deal.id}/attributes/stage/values`;
    const past = (await client.get(`${path}?show_historic=true`)).body.data;
    expect(past.map((row: Json) => row.status.title)).toEqual(['Lead', 'Proposal', 'Won']);
    expect(past.map((row: Json) => row.active_until)).toEqual([past[1].active_from, past[2].active_from, null]);
    expect((await client.get(path)).body.data).toEqual([past[2]]);
    const company = world.tables.recordsOf('companies')[0]?.id ?? '';
    const refused = await client.get(
      `/objects/companies/records/${company}/attributes/last_interaction/values?show_historic=true`,
    );
    expect(refused.body).toMatchObject({ status_code: 400, code: 'validation_type' });
  });

  it('pages by the limit and offset of the body, without a total', async () => {
    const all = ids(await client.scan('deals'));
    expect(all).toEqual(world.snapshot().deals.map((row) => row.id));
    expect(ids(await client.scan('deals', 7))).toEqual(all);
    const first = await client.query('deals', { limit: 10, sorts: OLDEST_FIRST });
    expect(Object.keys(first.body)).toEqual(['data']);
    expect(ids((await client.post('/objects/deals/records/query?limit=2&offset=5', undefined)).body.data)).toHaveLength(
      all.length,
    );
    for (const body of [{ limit: 501 }, { limit: 0 }, { limit: '5' }, { offset: -1 }]) {
      expect((await client.query('deals', body)).body).toMatchObject({ status_code: 400, code: 'validation_type' });
    }
    const byUnknown = await client.query('deals', { sorts: [{ attribute: 'updated_at', direction: 'asc' }] });
    expect(byUnknown.status).toBe(400);
  });

  it('promises no order without a sort, and none among equals', async () => {
    const sorted = ids(await client.scan('companies'));
    const unsorted = ids((await client.query('companies')).body.data);
    expect(unsorted).not.toEqual(sorted);
    expect(ids((await client.query('companies')).body.data)).toEqual(unsorted);
    expect(new Set(ids(await client.scan('companies', 4, [])))).toEqual(new Set(sorted));
    expect(ids((await client.query('companies')).body.data).sort()).toEqual([...sorted].sort());

    world.quirks.unstableTies = true;
    const orders = new Set<string>();
    for (let i = 0; i < 6; i++) orders.add(ids(await client.scan('companies')).join());
    // The imported ones share a moment: which is first is not defined.
    expect(orders.size).toBeGreaterThan(1);
    const distinct = [{ attribute: 'name', direction: 'desc' }];
    expect(ids(await client.scan('companies', 5, distinct))).toEqual(
      ids(await client.scan('companies', 500, distinct)),
    );
    world.quirks.unstableTies = false;
    world.quirks.unsorted = 'per_page';
    expect(new Set(ids(await client.scan('companies', 3, []))).size).toBeLessThan(sorted.length);
    world.quirks.unsorted = 'per_query';
  });

  it('moves rows under a scan', async () => {
    const before = world.snapshot().deals.map((row) => row.id);
    let done = false;
    world.afterPage = () => {
      if (!done) world.deleteRecord(before[0] ?? '');
      done = true;
    };
    const seen = ids(await client.scan('deals', 5));
    world.afterPage = null;
    // Everything moved up by one: the first row of the second page was never shown.
    expect(seen).toEqual(before.filter((_id, index) => index !== 5));
  });

  it('forgets what was deleted, with all that pointed at it', async () => {
    const company = world.addCompany({ name: 'Gone Ltd' });
    const deal = world.addDeal({ name: 'Orphan', company: company.id });
    const note = world.addNote({ record: company.id, title: 'a', content: 'b' });
    const task = world.addTask({ content: 'c', records: [company.id, deal.id] });
    world.deleteRecord(company.id);
    const gone = await client.get(`/objects/companies/records/${company.id}`);
    expect([gone.status, gone.body]).toEqual([
      404,
      { status_code: 404, type: 'invalid_request_error', code: 'not_found', message: expect.any(String) },
    ]);
    expect(ids(await client.scan('companies'))).not.toContain(company.id);
    expect((await client.get(`/objects/deals/records/${deal.id}`)).body.data.values.associated_company).toEqual([]);
    expect((await client.get(`/notes/${note.id}`)).status).toBe(404);
    expect((await client.get(`/tasks/${task.id}`)).body.data.linked_records).toHaveLength(1);
    expect((await client.get('/objects/companies/records/not-a-uuid')).body.code).toBe('validation_type');
  });

  it('merges two records into a new one', async () => {
    const one = world.addCompany({ name: 'North', domains: ['north.example'] });
    const two = world.addCompany({ name: 'North Ltd', domains: ['north-ltd.example'], description: 'the same firm' });
    const [a, b] = [world.addDeal({ name: 'A', company: one.id }), world.addDeal({ name: 'B', company: two.id })];
    const note = world.addNote({ record: two.id, title: 'kept', content: 'text' });
    world.takeEvents();
    const merged = world.mergeRecords(one.id, two.id, { settleAfterMs: Infinity });
    const events = world.takeEvents().filter((event) => event.event_type === 'record.merged');
    expect(events.map((event) => [event.id['record_id'], event.duplicate_record_id])).toEqual([
      [merged.id, one.id],
      [merged.id, two.id],
    ]);
    const codes = async (): Promise<string[]> =>
      Promise.all(
        [one.id, two.id, merged.id].map(async (id) => {
          const { status, body } = await client.get(`/objects/companies/records/${id}`);
          return `${status} ${body.code ?? ''}`;
        }),
      );
    expect(await codes()).toEqual(Array(3).fill('404 merge_in_progress'));
    expect(ids(await client.scan('companies'))).not.toContain(merged.id);
    world.finishMerges();
    expect(await codes()).toEqual(['404 not_found', '404 not_found', '200 ']);
    const { values } = (await client.get(`/objects/companies/records/${merged.id}`)).body.data;
    expect([values.name[0].value, values.description[0].value]).toEqual(['North', 'the same firm']);
    expect(values.domains).toHaveLength(2);
    expect(values.associated_deals.map((row: Json) => row.target_record_id).sort()).toEqual([a.id, b.id].sort());
    expect((await client.get(`/notes/${note.id}`)).body.data.parent_record_id).toBe(merged.id);
  });

  it('renames and archives a stage without touching a deal', async () => {
    const deal = world.addDeal({ name: 'Quiet', stage: 'Negotiation' });
    world.takeEvents();
    world.renameStage('Negotiation', 'Closing');
    world.archiveStage('Closing');
    expect(world.takeEvents()).toEqual([]);
    const { values } = (await client.get(`/objects/deals/records/${deal.id}`)).body.data;
    expect(values.stage[0].status).toMatchObject({ title: 'Closing', is_archived: true });
    expect(values.stage[0].active_from).toBe(deal.created_at);
    expect((await client.get('/objects/deals/attributes/stage/statuses')).body.data).toHaveLength(5);
    world.archiveStage('Closing', false);
    world.renameStage('Closing', 'Negotiation');
  });

  it('lists entries by their own ids, a record more than once', async () => {
    const lists = (await client.get('/lists')).body.data;
    expect(lists).toMatchObject([{ api_slug: 'key_accounts', parent_object: ['companies'] }]);
    const rows = (await client.post('/lists/key_accounts/entries/query', {})).body.data;
    expect(rows).toHaveLength(6);
    expect(new Set(rows.map((row: Json) => row.parent_record_id)).size).toBe(5);
    expect(rows[0]).toMatchObject({
      parent_object: 'companies',
      entry_values: { tier: [{ attribute_type: 'select' }] },
    });
    const gold = await client.post('/lists/key_accounts/entries/query', { filter: { tier: 'Gold' } });
    expect(gold.body.data).toHaveLength(3);
    const record = rows[0].parent_record_id;
    const mine = (await client.get(`/objects/companies/records/${record}/entries`)).body.data;
    expect(mine.map((row: Json) => row.entry_id)).toContain(rows[0].id.entry_id);
    const path = [
      ['key_accounts', 'parent_record'],
      ['companies', 'name'],
    ];
    const found = await client.post('/lists/key_accounts/entries/query', {
      filter: { path, constraints: { value: { $contains: 'berg' } } },
      sorts: [{ path, direction: 'asc' }],
    });
    expect(found.body.data).toHaveLength(2);
  });
});

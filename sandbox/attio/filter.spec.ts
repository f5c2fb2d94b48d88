import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { AttioClient } from './client.js';

const NOW = Date.UTC(2026, 4, 5, 9);

describe('Attio filters', () => {
  let sandbox: Sandbox;
  let client: AttioClient;
  let acme: string;
  let owner: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true, now: () => NOW });
    client = new AttioClient(sandbox);
    const world = sandbox.attio;
    acme = world.addCompany({ name: 'Acme', domains: ['acme.example'], location: 'Porto', createdAt: NOW - 5000 }).id;
    const other = world.addCompany({ name: 'Other', domains: ['x.other.example'] }).id;
    const ada = world.addPerson({ name: 'Ada Finch', emails: ['ada@acme.example'], company: acme }).id;
    world.addPerson({ name: 'Bo Reed', emails: ['bo@other.example'], company: other });
    owner = world.tables.members[1]?.id ?? '';
    const common = { company: acme, people: [ada], owner };
    world.addDeal({ name: 'Small', stage: 'Lead', value: 500, closeDate: '2026-05-01', ...common });
    world.addDeal({ name: 'Large', stage: 'Won', value: 9000, closeDate: '2026-07-01', ...common });
    world.addDeal({ name: 'Foreign', stage: 'Won', value: 2000, currency: 'USD', company: other });
    world.addDeal({ name: 'Blank', stage: 'Lead' });
  });
  afterAll(() => sandbox.close());

  const deals = async (filter: object): Promise<string> =>
    (await client.names('deals', filter, [{ attribute: 'name', direction: 'asc' }])).join();

  it.each<[object, string]>([
    [{}, 'Blank,Foreign,Large,Small'],
    [{ name: 'Large' }, 'Large'],
    [{ stage: 'Won' }, 'Foreign,Large'],
    [{ stage: 'Won', value: { currency_code: 'USD' } }, 'Foreign'],
    [{ value: { $gte: 500, $lt: 9000 } }, 'Foreign,Small'],
    [{ value: { currency_value: { $gt: 2000 } } }, 'Large'],
    [{ value: { $not_empty: true } }, 'Foreign,Large,Small'],
    [{ $not: { value: { $not_empty: true } } }, 'Blank'],
    [{ name: { $contains: 'LAR' } }, 'Large'],
    [{ $or: [{ name: { $starts_with: 'bl' } }, { name: { value: { $ends_with: 'ign' } } }] }, 'Blank,Foreign'],
    [{ $and: [{ stage: 'Won' }, { $not: { name: 'Large' } }] }, 'Foreign'],
    [{ close_date: { $lte: '2026-06-01' } }, 'Small'],
    [{ created_at: { $gte: '2026-05-05T09:00:00.000Z' } }, 'Blank,Foreign,Large,Small'],
    [{ created_at: { $lt: '2026-05-05' } }, ''],
  ])('understands %j', async (filter, names) => {
    expect(await deals(filter)).toBe(names);
  });

  it('follows references', async () => {
    expect(await deals({ associated_company: { target_object: 'companies', target_record_id: acme } })).toBe(
      'Large,Small',
    );
    expect(await deals({ associated_company: { target_record_id: { $in: [acme] } } })).toBe('Large,Small');
    expect(await deals({ owner: { referenced_actor_type: 'workspace-member', referenced_actor_id: owner } })).toBe(
      'Large,Small',
    );
    const path = [
      ['deals', 'associated_people'],
      ['people', 'company'],
      ['companies', 'domains'],
    ];
    expect(await deals({ path, constraints: { root_domain: 'acme.example' } })).toBe('Large,Small');
    expect(await client.names('companies', { record_id: { $in: [acme] } })).toEqual(['Acme']);
    expect(await client.names('companies', { primary_location: { locality: 'Porto' } })).toEqual(['Acme']);
    expect(await client.names('people', { email_addresses: { email_domain: 'OTHER.example' } })).toEqual(['Bo Reed']);
    expect(await client.names('people', { name: { first_name: 'Ada' } })).toEqual(['Ada Finch']);
  });

  it.each<[object | string]>([
    ['all'],
    [{ colour: 'red' }],
    [{ $nor: [] }],
    [{ $and: {} }],
    [{ stage: 'Sold' }],
    [{ name: { $neq: 'x' } }],
    [{ name: { $in: ['Large'] } }],
    [{ value: { $gt: '500' } }],
    [{ value: { amount: 5 } }],
    [{ value: { $not_empty: false } }],
    [{ associated_company: 'some-id' }],
    [{ owner: { referenced_actor_id: 'some-id' } }],
    [{ path: [['people', 'company']], constraints: { target_record_id: { $eq: 'x' } } }],
    [
      {
        path: [
          ['deals', 'name'],
          ['companies', 'name'],
        ],
        constraints: 'x',
      },
    ],
  ])('refuses %j', async (filter) => {
    const { status, body } = await client.query('deals', { filter });
    expect([status, body.type, body.code]).toEqual([400, 'invalid_request_error', 'filter_error']);
  });

  it('sorts by value, by stage, with blanks last', async () => {
    const by = (attribute: string, direction: string) => client.names('deals', {}, [{ attribute, direction }]);
    expect(await by('value', 'asc')).toEqual(['Small', 'Foreign', 'Large', 'Blank']);
    expect(await by('value', 'desc')).toEqual(['Large', 'Foreign', 'Small', 'Blank']);
    const both = [
      { attribute: 'stage', direction: 'desc' },
      { attribute: 'name', direction: 'asc' },
    ];
    expect(await client.names('deals', {}, both)).toEqual(['Foreign', 'Large', 'Blank', 'Small']);
    expect((await client.query('deals', { sorts: [{ attribute: 'name' }] })).status).toBe(400);
    expect((await client.query('deals', { filter: {}, filter_view_id: acme })).status).toBe(400);
  });
});

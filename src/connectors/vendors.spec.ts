import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/index.js';
import { bindingProblems } from '../projects/domain/source-binding.js';
import { CONNECTORS, type ConnectorName } from '../projects/index.js';
import { vendorsOf } from './vendors.js';

const VENDORS = vendorsOf(readConfig({ NODE_ENV: 'test' }));
const vendorOf = (name: ConnectorName) => VENDORS.find(({ connector }) => connector.name === name)!;

describe('what vendors declare', () => {
  it('is there for every name that a binding can have', () => {
    expect(VENDORS.map(({ connector }) => connector.name).sort()).toEqual([...CONNECTORS].sort());
  });

  const problems = (connector: ConnectorName, external_id: string | null, filter: Record<string, unknown> = {}) =>
    bindingProblems(connector, vendorOf(connector).binding, { external_id, filter }).map(({ path }) => path);

  it.each<[ConnectorName, string, Record<string, unknown>]>([
    ['chatwoot', '12', { inbox_ids: [1, 2] }],
    ['linear', 'acme', { team_ids: ['a1b2'], project_ids: [] }],
    ['attio', '5f0c-1', { company_ids: ['c_1'], deal_ids: ['d-1'] }],
    ['github', 'acme/site', { repositories: ['acme/site'] }],
    ['github', 'acme/site, acme/shop.js', {}],
  ])('lets a binding to %s say %s %j', (connector, id, filter) => expect(problems(connector, id, filter)).toEqual([]));

  it.each<[ConnectorName, string, Record<string, unknown>]>([
    ['chatwoot', '1/../../2', { inbox_ids: ['1'] }],
    ['linear', 'a?b', { team_ids: ['a b'] }],
    ['attio', 'a@evil.example', { deal_ids: 3 }],
    ['github', 'acme/..', { repositories: ['acme'] }],
    ['github', 'acme/site,', { repositories: ['acme/site/issues'] }],
  ])('keeps a binding to %s from leading elsewhere: %s %j', (connector, id, filter) =>
    expect(problems(connector, id, filter)).toEqual(['external_id', `filter.${Object.keys(filter)[0]}`]),
  );

  it.each(VENDORS.map((vendor) => [vendor.connector.name, vendor] as const))(
    'of %s names tables of its own for what is read of all vendors',
    (_name, { records, stored }) => {
      const tables = stored.tables.map(({ table }) => table);
      for (const kind of Object.values(records))
        expect(tables).toContain(typeof kind === 'string' ? kind : (kind as { table: string }).table);
    },
  );

  it('names each table after one vendor, by what it begins with: conclusions count kinds of source by it', () => {
    const prefixes = VENDORS.map(({ stored }) => new Set(stored.tables.map(({ table }) => table.split('_')[0])));
    expect(prefixes.map(({ size }) => size)).toEqual(VENDORS.map(() => 1));
    expect(new Set(prefixes.map((all) => [...all][0])).size).toBe(VENDORS.length);
  });
});

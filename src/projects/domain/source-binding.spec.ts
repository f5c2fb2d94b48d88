import type { ConnectorName } from './connectors.js';
import { type BindingShape, bindingProblems, WHOLE_NUMBER, WORD } from './source-binding.js';

/** Such as vendors declare them. */
const SHAPES: Partial<Record<ConnectorName, BindingShape>> = {
  chatwoot: {
    externalId: { fits: (id) => /^[1-9]\d{0,9}$/.test(String(id)), holds: 'the number of an account' },
    filter: { inbox_ids: WHOLE_NUMBER },
  },
  linear: { externalId: WORD, filter: { team_ids: WORD, project_ids: WORD } },
  attio: { externalId: WORD, filter: { company_ids: WORD, deal_ids: WORD } },
};

const problems = (connector: ConnectorName, external_id: string | null, filter: Record<string, unknown> = {}) =>
  bindingProblems(connector, SHAPES[connector]!, { external_id, filter }).map(({ path }) => path);

describe('bindingProblems', () => {
  it.each<[ConnectorName, string | null, Record<string, unknown>]>([
    ['chatwoot', '12', { inbox_ids: [1, 2] }],
    ['chatwoot', null, {}],
    ['linear', 'acme', { team_ids: ['a1b2'], project_ids: [] }],
    ['attio', '5f0c-1', { company_ids: ['c_1'], deal_ids: ['d-1'] }],
  ])('accepts %s %s %j', (connector, id, filter) => {
    expect(problems(connector, id, filter)).toEqual([]);
  });

  it.each<[ConnectorName, string, string]>([
    ['chatwoot', '1/../../2', 'a path that leads elsewhere'],
    ['chatwoot', 'acme', 'a name'],
    ['linear', 'a?b', 'a query'],
    ['attio', 'a@evil.example', 'a host'],
    ['linear', 'x'.repeat(101), 'too much'],
  ])('refuses for %s the external id %s: %s', (connector, id) => {
    expect(problems(connector, id)).toEqual(['external_id']);
  });

  it.each<[ConnectorName, Record<string, unknown>, string]>([
    ['chatwoot', { team_ids: [] }, 'filter.team_ids'],
    ['linear', { constructor: [] }, 'filter.constructor'],
    ['chatwoot', { inbox_ids: ['1'] }, 'filter.inbox_ids'],
    ['chatwoot', { inbox_ids: [1.5] }, 'filter.inbox_ids'],
    ['chatwoot', { inbox_ids: 3 }, 'filter.inbox_ids'],
    ['attio', { deal_ids: ['a b'] }, 'filter.deal_ids'],
    ['attio', { deal_ids: Array.from({ length: 501 }, () => 'a') }, 'filter.deal_ids'],
  ])('refuses for %s the filter %j', (connector, filter, path) => {
    expect(problems(connector, null, filter)).toEqual([path]);
  });
});

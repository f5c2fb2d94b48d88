import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Json } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';
import { LinearClient } from './linear-client.js';

const NOW = Date.UTC(2026, 4, 5, 9);

describe('refusals', () => {
  let sandbox: Sandbox;
  let client: LinearClient;
  let now = NOW;

  beforeEach(async () => {
    now = NOW;
    sandbox = await startSandbox({ empty: true, now: () => now, linear: { token: 'lin_api_right' } });
    client = new LinearClient(sandbox, 'lin_api_right');
  });
  afterEach(() => sandbox.close());

  const refusal = async (query: string, variables: object = {}): Promise<[number, string, string]> => {
    const { status, body } = await client.query(query, variables);
    return [status, body.errors[0].extensions.code, body.errors[0].message];
  };

  it('wants the bare key, before it looks at the query', async () => {
    const nonsense = '{ nonsense';
    const with_ = (authorization: string) => client.query(nonsense, {}, { authorization });
    const missing = await with_('');
    expect([missing.status, missing.body.errors[0].extensions.code]).toEqual([401, 'AUTHENTICATION_ERROR']);
    expect(missing.headers.get('x-complexity')).toBeNull();
    expect((await with_('lin_api_wrong')).body.errors[0].message).toBe('Authentication required, not authenticated');
    const bearer = await with_('Bearer lin_api_right');
    expect([bearer.status, bearer.body.errors[0].extensions]).toMatchObject([
      400,
      { code: 'INPUT_ERROR', type: 'invalid input' },
    ]);
    expect(await refusal(nonsense)).toMatchObject([
      400,
      'GRAPHQL_PARSE_FAILED',
      expect.stringContaining('Syntax Error'),
    ]);
    expect((await client.data('{ viewer { name } organization { urlKey } }')).viewer.name).toBe('Marta Lind');
  });

  it.each([
    ['{ issues { nodes { nonsense } } }', 'Cannot query field "nonsense" on type "Issue".'],
    ['{ issues(limit: 5) { nodes { id } } }', 'Unknown argument "limit" on field "Query.issues".'],
    ['{ issueRelations(filter: {}) { nodes { id } } }', 'Unknown argument "filter" on field "Query.issueRelations".'],
    [
      '{ issues }',
      'Field "issues" of type "IssueConnection!" must have a selection of subfields. Did you mean "issues { ... }"?',
    ],
    ['{ viewer { name { first } } }', 'Field "name" must not have a selection since type "String!" has no subfields.'],
    ['{ issue { id } }', 'Field "issue" argument "id" of type "String!" is required, but it was not provided.'],
    [
      '{ issues(filter: { nope: 1 }) { nodes { id } } }',
      expect.stringContaining('Field "nope" is not defined by type "IssueFilter"'),
    ],
    [
      '{ issues(filter: { updatedAt: { gt: "yesterday" } }) { nodes { id } } }',
      expect.stringContaining('DateTimeOrDuration cannot represent'),
    ],
    ['{ issues(orderBy: priority) { nodes { id } } }', expect.stringContaining('"PaginationOrderBy" enum')],
    [
      'query A($s: String!) { issues(filter: { updatedAt: { gt: $s } }) { nodes { id } } }',
      'Variable "$s" of type "String!" used in position expecting type "DateTimeOrDuration".',
    ],
    ['query A($s: String) { viewer { id } }', 'Variable "$s" is never used in operation "A".'],
    ['query A { issue(id: $id) { id } }', 'Variable "$id" is not defined by operation "A".'],
    ['{ viewer { ...F } }', 'Unknown fragment "F".'],
    ['{ viewer { ...F } } fragment F on User { id ...F }', 'Cannot spread fragment "F" within itself.'],
    ['{ viewer { ... on Issue { id } } }', expect.stringContaining('can never be of type "Issue"')],
    ['{ viewer { a: id a: name } }', expect.stringContaining('Fields "a" conflict')],
  ])('refuses %s', async (query, message) => {
    expect(await refusal(query)).toEqual([400, 'GRAPHQL_VALIDATION_FAILED', message]);
  });

  it('refuses variables that are missing or do not fit', async () => {
    const query = 'query A($n: Int!) { issues(first: $n) { nodes { id } } }';
    expect(await refusal(query)).toEqual([
      400,
      'BAD_USER_INPUT',
      'Variable "$n" of required type "Int!" was not provided.',
    ]);
    expect((await refusal(query, { n: 'many' }))[2]).toContain('Variable "$n" got invalid value "many"');
    expect((await client.query('mutation { issueDelete(id: "x") { success } }')).status).toBe(400);
  });

  it('answers what it does not find with HTTP 200, and loses the whole batch', async () => {
    const { identifier } = sandbox.linear.addIssue({ team: 'DEV', title: 'Here' });
    const { status, body } = await client.query(
      `{ a: issue(id: "${identifier}") { title } b: issue(id: "DEV-99") { title } }`,
    );
    expect([status, body.data]).toEqual([200, null]);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({
      message: 'Entity not found: Issue',
      path: ['b'],
      extensions: { code: 'INPUT_ERROR', statusCode: 400, userPresentableMessage: 'Could not find referenced Issue.' },
    });
  });

  it('understands aliases, fragments, directives, defaults and comments', async () => {
    sandbox.linear.addIssue({ team: 'DEV', title: 'One', description: 'Two "lines"\nof text' });
    const query = `# read
      query Q($n: Int = 1, $more: Boolean!, $order: PaginationOrderBy = updatedAt) {
        list: issues(first: $n, orderBy: $order) { ...Page }
      }
      fragment Page on IssueConnection {
        __typename
        nodes { ... on Node { id } ...Text @include(if: $more) state @skip(if: $more) { name } }
      }
      fragment Text on Issue { title description }`;
    const [node] = (await client.data(query, { more: true })).list.nodes;
    expect(node).toEqual({ id: expect.any(String), title: 'One', description: 'Two "lines"\nof text' });
    expect(Object.keys((await client.data(query, { more: false })).list.nodes[0])).toEqual(['id', 'state']);
  });

  it('prices queries as documented and refuses those above the cap', async () => {
    const price = async (query: string): Promise<string | null> =>
      (await client.query(query)).headers.get('x-complexity');
    const assigned = (args: string) => `{ viewer { assignedIssues${args} { nodes { id title createdAt } } } }`;
    expect(await price(assigned(''))).toBe('66');
    expect(await price(assigned('(first: 10)'))).toBe('14');
    const heavy = '{ projects { nodes { issues { nodes { id comments { nodes { id body } } } } } } }';
    const { status, body } = await client.query(heavy);
    expect([status, body.errors[0].message, body.errors[0].extensions.code]).toEqual([
      400,
      'Query too complex',
      'INPUT_ERROR',
    ]);
    expect(body.errors[0].extensions.userPresentableMessage).toContain('maximum 10000');
    expect(body.data).toBeUndefined();
  });

  it('counts requests and points, says so in headers, and refills evenly', async () => {
    const { limits, quirks } = sandbox.linear;
    limits.requests = 10;
    const number = (answer: { headers: Headers }, name: string) => Number(answer.headers.get(`x-ratelimit-${name}`));
    const first = await client.query('{ viewer { id } }');
    expect([number(first, 'requests-limit'), number(first, 'requests-remaining')]).toEqual([10, 9]);
    expect(number(first, 'requests-reset')).toBe(NOW + 360_000);
    expect(number(first, 'complexity-remaining')).toBe(3_000_000 - 2);

    limits.exhaust('requests');
    const refused = await client.query('{ viewer { id } }');
    expect([refused.status, refused.body.errors[0].extensions]).toMatchObject([
      400,
      { code: 'RATELIMITED', statusCode: 429, type: 'ratelimited' },
    ]);
    expect([number(refused, 'requests-remaining'), number(refused, 'requests-reset')]).toEqual([0, NOW + 3_600_000]);
    quirks.rateLimitStatus = 429;
    expect((await client.query('{ viewer { id } }')).status).toBe(429);
    now += 360_000;
    expect((await client.query('{ viewer { id } }')).status).toBe(200);
    expect((await client.query('{ viewer { id } }')).status).toBe(429);

    limits.refill();
    limits.complexity = 50;
    const points = await client.query('{ issues(first: 50) { nodes { id } } }');
    expect([points.status, points.body.errors[0].message]).toEqual([429, expect.stringContaining('complexity points')]);
    const { rateLimitStatus } = await client.data(
      '{ rateLimitStatus { limits { type allowedAmount remainingAmount reset } } }',
    );
    expect(rateLimitStatus.limits.map((each: Json) => [each.type, each.allowedAmount])).toEqual([
      ['requests', 10],
      ['complexity', 50],
    ]);
  });

  it('limits searches by the minute', async () => {
    const search = () => client.query('{ searchIssues(term: "x") { totalCount } }');
    const [answers, over] = [await Promise.all(Array.from({ length: 30 }, search)), await search()];
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect([over.status, over.body.errors[0].extensions.code]).toEqual([400, 'RATELIMITED']);
    expect(over.headers.get('x-ratelimit-endpoint-name')).toBe('searchIssues');
    expect((await client.query('{ viewer { id } }')).status).toBe(200);
  });
});

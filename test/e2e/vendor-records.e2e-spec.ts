import { describe, expect, it } from '@jest/globals';
import type { ConnectorName } from '../../src/connectors/core/contract.js';
import { syncedApp } from '../support/synced-app.js';
import type { FaultRule } from '../../sandbox/sandbox.js';

type Json = any;

const app = syncedApp(['chatwoot', 'linear', 'attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const sync = (name: ConnectorName) => app.admin.post(`/connectors/${name}/sync`).set('prefer', 'wait=55');
const stateOf = async (name: ConnectorName): Promise<Json> =>
  (await app.admin.get('/connectors/state')).body.connectors.find((one: Json) => one.connector === name);
const errors = async (): Promise<Json[]> => (await app.admin.get('/connectors/errors')).body.errors;
const openErrors = async () => (await errors()).filter(({ status }) => status !== 'resolved');
const count = async (table: string): Promise<number> =>
  Number(
    (
      await app.server.db.database.query<{ n: string }>(
        `SELECT count(*) AS n FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL`,
        [app.projectId],
      )
    )[0]?.n,
  );

/** Changes each good answer that fits, as the vendor might have come to answer. */
const edit = (match: FaultRule['match'], change: (body: Json, request: Json) => void) =>
  app.sandbox.faults.add({
    ...(match === undefined ? {} : { match }),
    kind: 'edit',
    edit: (reply, exchange) =>
      change(reply.body, exchange.body.length > 0 ? JSON.parse(exchange.body.toString()) : null),
  });

describe('a field that only describes a record, in another form', () => {
  it('of Chatwoot refuses no conversation, client or message', async () => {
    edit(/conversations\?/, ({ data }) => {
      for (const row of data.payload)
        Object.assign(row, { unread_count: 'many', priority: { level: 7 }, labels: 'x', uuid: 5, status: 3 });
      for (const row of data.payload) Object.assign(row.meta, { assignee: 'Ilse', team: [], channel: 4 });
    });
    edit(/contacts\?/, ({ payload }) => {
      for (const row of payload) Object.assign(row, { name: 5, phone_number: {}, blocked: 'maybe', identifier: [] });
    });
    edit(/\/messages/, ({ payload }) => {
      for (const row of payload) Object.assign(row, { status: 5, source_id: {}, sender: 'Ilse', content_type: 9 });
    });
    edit(/inboxes/, ({ payload }) => {
      for (const row of payload) Object.assign(row, { name: { en: 'Mail' }, channel_type: 5 });
    });
    expect((await sync('chatwoot')).body.result).toMatchObject({ status: 'ok', errors: 0 });
    const { conversations, messages } = app.sandbox.world.snapshot();
    expect(await count('cw_conversations')).toBe(conversations.length);
    expect(await count('cw_messages')).toBe(messages.filter(({ deleted }: Json) => !deleted).length);
  });

  it('of Linear refuses no issue', async () => {
    edit(/ issues,/, ({ data }) => {
      for (const row of data.issues.nodes)
        Object.assign(row, {
          priority: { value: 1 },
          estimate: 'three',
          branchName: 7,
          labels: null,
          assignee: 'Ilse',
        });
    });
    expect((await sync('linear')).body.result).toMatchObject({ status: 'ok', errors: 0 });
    expect(await count('linear_issues_raw')).toBeGreaterThan(10);
  });

  it('of Attio refuses no record and no note', async () => {
    edit(/records\/query/, ({ data }) => {
      for (const row of data) row.web_url = { href: 'x' };
    });
    edit(/\/notes\?/, ({ data }) => {
      for (const row of data) Object.assign(row, { title: 5, content_markdown: {}, created_by_actor: 'Ilse' });
    });
    edit(/\/tasks\?/, ({ data }) => {
      for (const row of data) Object.assign(row, { content_plaintext: 5, is_completed: 'no' });
    });
    expect((await sync('attio')).body.result).toMatchObject({ status: 'ok', errors: 0 });
    expect(await count('attio_opportunities_raw')).toBe(app.sandbox.attio.snapshot().deals.length);
  });
});

it('a relation whose other end is not shown leaves its issue in', async () => {
  edit(/ issues,/, ({ data }) => {
    const date = '2026-11-20T10:00:00.000Z';
    const lost = { id: 'r1', type: 'blocks', createdAt: date, updatedAt: date, archivedAt: null };
    for (const row of data.issues.nodes) {
      row.inverseRelations?.nodes.push({ ...lost, issue: null });
      row.relations?.nodes.push({ ...lost, id: 'r2', relatedIssue: null });
    }
  });
  expect((await sync('linear')).body.result).toMatchObject({ status: 'ok', errors: 0 });
  expect(await count('linear_issues_raw')).toBeGreaterThan(10);
});

describe('records that the vendor stumbles over', () => {
  it('of Chatwoot, neighbours, are failures that name them, and the others are in', async () => {
    app.sandbox.faults.add({ match: /conversations\/1[0-3]\/messages/, kind: 'status', status: 500 });
    expect((await sync('chatwoot')).body.result).toMatchObject({ status: 'partial' });
    expect(new Set((await openErrors()).map(({ source_ref }) => source_ref))).toEqual(
      new Set([10, 11, 12, 13].map((id) => `conversation:${id}`)),
    );
    expect(await count('cw_conversations')).toBe(app.sandbox.world.snapshot().conversations.length - 4);
  });

  it('of Linear is a failure that names it, and the others are in', async () => {
    const ids = app.sandbox.linear.snapshot().issues.map(({ id }) => id);
    const bad = ids[3] ?? '';
    app.sandbox.faults.add({
      match: / issues,/,
      kind: 'edit',
      edit(reply, exchange) {
        const { query } = JSON.parse(exchange.body.toString());
        const nodes: Json[] = (reply.body as Json).data?.issues?.nodes ?? [];
        if (/query IssueVersions/.test(query) || !nodes.some(({ id }) => id === bad)) return;
        const extensions = { type: 'internal error', code: 'INTERNAL_SERVER_ERROR' };
        reply.body = { data: null, errors: [{ message: 'Internal server error', extensions }] };
      },
    });
    expect((await sync('linear')).body).toMatchObject({ result: { status: 'partial' } });
    expect(new Set((await openErrors()).map(({ source_ref }) => source_ref))).toEqual(new Set([`issue:${bad}`]));
    expect(await count('linear_issues_raw')).toBeGreaterThan(10);
  });

  it('of Attio is a failure at its place, and the others are in', async () => {
    const { deals } = app.sandbox.attio.snapshot();
    const bad = deals[2]?.id ?? '';
    app.sandbox.faults.add({
      match: 'deals/records',
      kind: 'edit',
      edit(reply) {
        if (JSON.stringify(reply.body).includes(bad)) Object.assign(reply, { status: 500, body: { message: 'Oops' } });
      },
    });
    expect((await sync('attio')).body.result).toMatchObject({ status: 'partial' });
    expect((await openErrors()).map(({ source_ref }) => source_ref)).toEqual([
      expect.stringMatching(/^list:deals:\d+$/),
    ]);
    expect(await count('attio_opportunities_raw')).toBe(deals.length - 1);
  });
});

it('a field of one issue that Linear can’t resolve is that issue’s failure', async () => {
  let bad = '';
  edit(/ issues,/, (body, { query }) => {
    const node = body.data?.issues?.nodes[3];
    if (/query IssueVersions|query Blockers/.test(query) || !node || (bad !== '' && node.id !== bad)) return;
    bad = node.id;
    node.creator = null;
    const extensions = { type: 'internal error', code: 'INTERNAL_SERVER_ERROR' };
    body.errors = [{ message: 'Internal server error', path: ['issues', 'nodes', 3, 'creator'], extensions }];
  });
  expect((await sync('linear')).body.result).toMatchObject({ status: 'partial' });
  expect((await openErrors()).map(({ source_ref }) => source_ref)).toEqual([`issue:${bad}`]);
  expect(await count('linear_issues_raw')).toBeGreaterThan(10);
});

describe('a list without an end', () => {
  it('of Chatwoot, that ignores the page, is noticed', async () => {
    let first: Json = null;
    edit(/conversations\?.*created_at_asc/, (body) => {
      if (first === null) first = structuredClone(body);
      else body.data = structuredClone(first.data);
    });
    expect((await sync('chatwoot')).body).toMatchObject({
      message: expect.stringContaining('the list repeats itself'),
      details: { error_kind: 'bad_payload' },
    });
  });

  it('of Linear, with the same cursor again and again, is noticed', async () => {
    let first: Json = null;
    edit(/ issues,/, (body) => {
      first ??= structuredClone(body.data);
      body.data = { ...first, issues: { ...first.issues, pageInfo: { hasNextPage: true, endCursor: 'again' } } };
      delete body.errors;
    });
    expect((await sync('linear')).body).toMatchObject({
      message: expect.stringContaining('the list repeats itself'),
      details: { error_kind: 'bad_payload' },
    });
  });

  it('of Attio, that ignores the offset, is noticed', async () => {
    for (let i = 0; i < 30; i++) app.sandbox.attio.addDeal({ name: `Deal ${i}` });
    let first: Json = null;
    edit(/deals\/records\/query/, (body) => {
      if (first === null) first = structuredClone(body);
      else body.data = structuredClone(first.data);
    });
    // It is the trouble of this list, and holds up no other.
    const { status, streams } = (await sync('attio')).body.result;
    const failed = streams.filter((stream: Json) => stream.error !== null);
    expect({ status, failed }).toMatchObject({
      status: 'partial',
      failed: [
        {
          name: 'deals',
          error: { kind: 'bad_payload', message: expect.stringContaining('the list repeats itself') },
        },
      ],
    });
  });
});

it('pages that are shorter than what was asked for are followed to the end', async () => {
  const { attio } = app.sandbox;
  for (let i = 0; i < 250; i++) attio.addDeal({ name: `Deal ${i}` });
  edit(/deals\/records\/query/, (body) => (body.data = body.data.slice(0, 100)));
  expect((await sync('attio')).body.result).toMatchObject({ status: 'ok' });
  expect(await count('attio_opportunities_raw')).toBe(attio.snapshot().deals.length);
});

describe('an answer over the limit', () => {
  it('is asked for in smaller pages', async () => {
    const big = 'x'.repeat(1_400_000);
    edit(/companies\/records\/query/, ({ data }, { limit }) => {
      if (limit > 200) for (const row of data) row.padding = big;
    });
    for (let i = 0; i < 40; i++) app.sandbox.attio.addCompany({ name: `Company ${i}` });
    expect((await sync('attio')).body.result).toMatchObject({ status: 'ok' });
    expect(await count('attio_accounts_raw')).toBe(app.sandbox.attio.snapshot().companies.length);
  });

  it('of a single record is taken without what is too long, and says so', async () => {
    edit(
      /conversations\/3\/messages/,
      ({ payload }) => (payload[0].content_attributes = { raw: 'x'.repeat(60 * 2 ** 20) }),
    );
    expect((await sync('chatwoot')).body.result).toMatchObject({ status: 'ok' });
    const [row] = await app.server.db.database.query<{ raw: string }>(
      `SELECT max(data #>> '{content_attributes,raw}') AS raw FROM cw_messages WHERE project_id = $1 AND conversation_id = 3`,
      [app.projectId],
    );
    expect(row?.raw.length).toBeLessThan(2 ** 21);
    expect(row?.raw).toMatch(/the rest is left out: too large/);
  });
});

it('a record that could not be read is tried again at its times, and healed once it is read', async () => {
  const spoil = () => app.sandbox.faults.add({ match: /conversations\?/, kind: 'bad_shape', recordId: 3 });
  const repair = spoil();
  for (let seen = 0; seen < 3; seen++) {
    await sync('chatwoot');
    expect(await openErrors()).toMatchObject([{ source_ref: 'conversation:3', attempt: 1, status: 'pending' }]);
  }
  await app.server.db.database.run(
    `UPDATE connector_errors SET status = 'dead_letter', next_retry_at = NULL WHERE project_id = $1`,
    [app.projectId],
  );
  repair();
  await sync('chatwoot');
  expect(await errors()).toMatchObject([{ source_ref: 'conversation:3', status: 'resolved' }]);
  expect(await stateOf('chatwoot')).toMatchObject({ status: 'ok' });
});

it('a value that PostgreSQL refuses fails its record alone', async () => {
  edit(/conversations\/[3-5]\/messages/, ({ payload }) => (payload[0].message_type = 2 ** 40));
  // Written as text: so deep, the sandbox itself could not.
  const deep = `${'{"in":'.repeat(5000)}"end"${'}'.repeat(5000)}`;
  app.sandbox.faults.add({
    match: /conversations\/6\/messages/,
    kind: 'edit',
    edit(reply) {
      const body = reply.body as Json;
      const odd = { content_attributes: 'DEEP', content: 'Half a pair: \ud83d, and none: \0' };
      Object.assign(body.payload[0], odd);
      reply.body = JSON.stringify(body).replace('"DEEP"', deep);
    },
  });
  expect((await sync('chatwoot')).body.result).toMatchObject({ status: 'partial', errors: 3 });
  expect((await openErrors()).map(({ source_ref }) => source_ref).sort()).toEqual(
    [3, 4, 5].map((id) => expect.stringMatching(new RegExp(`^message:${id}/`))),
  );
  expect(await count('cw_conversations')).toBe(app.sandbox.world.snapshot().conversations.length);
});

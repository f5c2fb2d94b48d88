import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { colleague, newcomer, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

type Row = Record<string, any>;

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;
let projectId: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
    },
  });
  admin = await server.signIn();
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
  expect((await admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55')).status).toBe(200);
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

const sql = (text: string, parameters: unknown[] = []) => server.db.database.query<Row>(text, parameters);

/** Every row of a list, page by page, and how many pages it took. */
async function pages(path: string, rows: string, limit: number): Promise<{ all: Row[]; count: number }> {
  const all: Row[] = [];
  for (let cursor = '', count = 1; ; count++) {
    const answer = await admin.get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`);
    expect(answer.status).toBe(200);
    const page = answer.body[rows] as Row[];
    all.push(...page);
    if (answer.body.next_cursor === null) return { all, count };
    expect(page).toHaveLength(limit);
    cursor = `&cursor=${encodeURIComponent(answer.body.next_cursor as string)}`;
  }
}

/** Newest first, rows without a time last, equal times by id downwards. */
const newestFirst = (time: string, id: (row: Row) => string | bigint) => (a: Row, b: Row) => {
  const [ta, tb] = [a[time] as string | null, b[time] as string | null];
  if (ta !== tb) return ta === null ? 1 : tb === null ? -1 : ta < tb ? 1 : -1;
  return id(a) < id(b) ? 1 : -1;
};

const LISTS = [
  {
    path: '/contacts',
    rows: 'contacts',
    id: 'contact_global_id',
    table: 'cw_contacts',
    order: newestFirst('last_activity_at', (row) => row['contact_global_id'] as string),
  },
  {
    path: '/conversations',
    rows: 'conversations',
    id: 'conversation_global_id',
    table: 'cw_conversations',
    order: newestFirst('last_activity_at', (row) => row['conversation_global_id'] as string),
  },
  {
    path: '/messages',
    rows: 'messages',
    id: 'message_global_id',
    table: 'cw_messages',
    order: newestFirst('sent_at', (row) => BigInt(String(row['message_global_id']).split(':').at(-1)!)),
  },
];

describe.each(LISTS)('GET $path', ({ path, rows, id, table, order }) => {
  const stored = async () =>
    (await sql(`SELECT ${id} AS id FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL`, [projectId]))
      .map((row) => row['id'] as string)
      .sort();

  it('has every row once, newest first, whatever the page', async () => {
    const wanted = await stored();
    expect(wanted.length).toBeGreaterThan(15);
    const whole = await pages(path, rows, 200);
    expect(whole.all.map((row) => row[id] as string).sort()).toEqual(wanted);
    expect(whole.all).toEqual([...whole.all].sort(order));
    const small = await pages(path, rows, 7);
    expect(small.all).toEqual(whole.all);
    expect(small.count).toBe(Math.ceil(wanted.length / 7));
  });

  it('goes on over equal times and over none without repeating or losing a row', async () => {
    const time = table === 'cw_messages' ? 'sent_at' : 'last_activity_at';
    const kept = await sql(`SELECT ${id} AS id, ${time} AS at FROM ${table} WHERE project_id = $1`, [projectId]);
    // In a stable order: times with microseconds too, which a JavaScript date cuts off.
    const some = (await stored()).slice(0, 12);
    await sql(
      `UPDATE ${table} SET ${time} = '2026-01-02T03:04:05.123456Z' WHERE project_id = $1 AND ${id} = ANY ($2)`,
      [projectId, some.slice(0, 6)],
    );
    await sql(
      `UPDATE ${table} SET ${time} = '2026-01-02T03:04:05.123999Z' WHERE project_id = $1 AND ${id} = ANY ($2)`,
      [projectId, some.slice(6, 9)],
    );
    if (table === 'cw_contacts')
      await sql(`UPDATE ${table} SET ${time} = NULL WHERE project_id = $1 AND ${id} = ANY ($2)`, [
        projectId,
        some.slice(9),
      ]);
    try {
      const [whole, ones, threes] = [
        await pages(path, rows, 200),
        await pages(`${path}`, rows, 1),
        await pages(path, rows, 3),
      ];
      expect(whole.all.map((row) => row[id] as string).sort()).toEqual(await stored());
      expect(ones.all).toEqual(whole.all);
      expect(threes.all).toEqual(whole.all);
      if (table === 'cw_contacts')
        expect(
          whole.all
            .slice(-3)
            .map((row) => row[id] as string)
            .sort(),
        ).toEqual(some.slice(9).sort());
    } finally {
      for (const row of kept)
        await sql(`UPDATE ${table} SET ${time} = $3 WHERE project_id = $1 AND ${id} = $2`, [
          projectId,
          row['id'],
          row['at'],
        ]);
    }
  });

  it('leaves out what was deleted at the source, also in the middle of a walk', async () => {
    const [first, second, third] = (await pages(path, rows, 200)).all.map((row) => row[id] as string);
    const page = await admin.get(`${path}?limit=2`);
    expect((page.body[rows] as Row[]).map((row) => row[id] as string)).toEqual([first, second]);
    const remove = (gone: boolean) =>
      sql(`UPDATE ${table} SET deleted_at = CASE WHEN $3 THEN now() END WHERE project_id = $1 AND ${id} = $2`, [
        projectId,
        second,
        gone,
      ]);
    await remove(true);
    try {
      expect((await pages(path, rows, 200)).all.map((row) => row[id] as string).includes(String(second))).toBe(false);
      const next = await admin.get(`${path}?limit=2&cursor=${page.body.next_cursor as string}`);
      expect((next.body[rows] as Row[])[0]?.[id]).toBe(third);
    } finally {
      await remove(false);
    }
  });

  it('shows no other project’s rows, whatever is asked', async () => {
    const theirs = await stranger(server);
    const mine = await admin.get(`${path}?limit=1`);
    const cursor = mine.body.next_cursor as string;
    const empty = await theirs.client.get(`${path}?limit=200`);
    expect([empty.status, empty.body[rows], empty.body.next_cursor]).toEqual([200, [], null]);
    const theirCursor = await theirs.client.get(`${path}?limit=200&cursor=${cursor}`);
    expect([theirCursor.status, theirCursor.body.error]).toEqual([400, 'validation_failed']);
    const asked = await theirs.client.get(`${path}?project_id=${projectId}`);
    expect([asked.status, asked.body.error]).toEqual([404, 'project_not_found']);
    const viewer = await colleague(server, 'viewer');
    const seen = await viewer.client.get(`${path}?project_id=${projectId}&limit=1`);
    expect(seen.body[rows]).toEqual(mine.body[rows]);
    expect((await server.visitor().get(path)).status).toBe(401);
    expect((await (await newcomer(server, 'viewer')).client.get(path)).body.error).toBe('active_project_required');
  });
});

describe('GET /contacts ?q', () => {
  const found = async (q: string) =>
    ((await admin.get(`/contacts?limit=200&q=${encodeURIComponent(q)}`)).body.contacts as Row[])
      .map((row) => row['name'] as string)
      .sort();

  beforeAll(async () => {
    const names = ['100% wool', '100 per cent', 'under_score', 'underXscore', 'back\\slash', 'backslash', "O'Brien"];
    await sql(
      `INSERT INTO cw_contacts (project_id, contact_global_id, contact_id, account_id, name, email, phone_number, identifier, blocked, data)
       SELECT $1, 'cwc:1:' || (900000 + n), 900000 + n, 1, name, 'person' || n || '@Example.ORG', '+49 30 ' || n, 'crm-' || n, false, '{}'
       FROM unnest($2::text[]) WITH ORDINALITY AS given (name, n)`,
      [projectId, names],
    );
  });

  it('looks into name, e-mail, phone number and identifier, in whatever case', async () => {
    expect(await found('WOOL')).toEqual(['100% wool']);
    expect(await found('person3@example.org')).toEqual(['under_score']);
    expect(await found('+49 30 5')).toEqual(['back\\slash']);
    expect(await found('CRM-7')).toEqual(["O'Brien"]);
    expect(await found('nobody at all')).toEqual([]);
  });

  it.each([
    ['100%', ['100% wool']],
    ['%', ['100% wool']],
    ['r_s', ['under_score']],
    ['k\\s', ['back\\slash']],
    ['\\', ['back\\slash']],
    ["o'b", ["O'Brien"]],
    ["' OR 1=1 --", []],
    ['%%', []],
  ])('takes %s as it is written', async (q, names) => expect(await found(q)).toEqual(names));

  it('goes on page by page', async () => {
    const whole = (await pages('/contacts?q=crm-', 'contacts', 200)).all;
    expect(whole).toHaveLength(7);
    const { all, count } = await pages('/contacts?q=crm-', 'contacts', 3);
    expect([all, count]).toEqual([whole, 3]);
  });

  it.each(['q=%00', `q=${'x'.repeat(201)}`, 'q=a&q=b', 'name=a'])('refuses ?%s', async (query) => {
    expect((await admin.get(`/contacts?${query}`)).body.error).toBe('validation_failed');
  });
});

describe('GET /messages ?conversation_global_id', () => {
  it('has that conversation’s messages alone, page by page, as the source has them', async () => {
    const { messages, conversations } = sandbox.world.snapshot();
    const counts = new Map<number, number>();
    for (const message of messages) {
      if (message.content_attributes['deleted'] === true) continue;
      counts.set(message.conversation_id, (counts.get(message.conversation_id) ?? 0) + 1);
    }
    const [id, total] = [...counts].sort((a, b) => b[1] - a[1])[0]!;
    expect(conversations.map((conversation) => conversation.id)).toContain(id);
    const { all } = await pages(`/messages?conversation_global_id=cw:1:${id}`, 'messages', 5);
    expect(all).toHaveLength(total);
    expect(new Set(all.map((row) => row['conversation_global_id'] as string))).toEqual(new Set([`cw:1:${id}`]));
    const theirs = messages.filter((message) => message.conversation_id === id);
    for (const row of all) {
      const source = theirs.find((message) => `cwmsg:1:${message.id}` === row['message_global_id']);
      expect(Date.parse(row['sent_at'] as string)).toBe((source?.created_at ?? 0) * 1000);
    }
  });

  it('is empty for a conversation that is not there, and refuses what is no conversation', async () => {
    expect((await admin.get('/messages?conversation_global_id=cw:1:999999')).body.messages).toEqual([]);
    for (const id of ['1', 'cw:1', 'cw:1:x', "cw:1:1'", 'cwmsg:1:1', 'cw:1:1%00', '']) {
      const answer = await admin.get(`/messages?conversation_global_id=${id}`);
      expect([id, answer.status, answer.body.error]).toEqual([id, 400, 'validation_failed']);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, SandboxClient } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';

const NOW = Date.UTC(2026, 0, 20, 12);

describe('Chatwoot conversations', () => {
  let sandbox: Sandbox;
  let client: SandboxClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => NOW, token: 'secret', empty: true });
    client = new SandboxClient(sandbox);
    const { world } = sandbox;
    const contact = world.addContact({ name: 'Rosa' });
    for (let i = 0; i < 60; i++) {
      // Pairs share a second, so that ties have to be broken by id.
      const createdAt = NOW / 1000 - 86_400 + Math.floor(i / 2);
      const status = i % 6 === 5 ? 'resolved' : 'open';
      world.addConversation({
        contactId: contact.id,
        createdAt,
        status,
        labels: i % 10 === 0 ? ['billing'] : [],
        assigneeId: i % 3 === 0 ? 1 : null,
      });
    }
  });
  afterAll(() => sandbox.close());

  const get = (path: string) => client.chatwoot(path, { headers: { 'api-access-token': 'secret' } });
  const ids = (rows: Json[]): number[] => rows.map((row) => row.id);

  it('pages by 25 inside of a data wrapper, open ones unless asked, empty past the end', async () => {
    const first = await get('/conversations');
    expect(first.body.data.payload).toHaveLength(25);
    expect(first.body.data.meta).toEqual({ mine_count: 20, assigned_count: 20, unassigned_count: 30, all_count: 50 });
    expect((await get('/conversations?status=all&page=3')).body.data.payload).toHaveLength(10);
    const past = await get('/conversations?status=all&page=4');
    expect([past.status, past.body.data.payload]).toEqual([200, []]);
    expect((await get('/conversations/meta?status=all')).body.meta.all_count).toBe(60);
  });

  it('sorts both ways with ties broken by id and falls back to the newest activity', async () => {
    const walk: number[] = [];
    for (const page of [1, 2, 3]) {
      walk.push(...ids((await get(`/conversations?status=all&sort_by=created_at_asc&page=${page}`)).body.data.payload));
    }
    expect(walk).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    const newest = ids((await get('/conversations?status=all&sort_by=no_such_order')).body.data.payload);
    expect(newest.slice(0, 3)).toEqual([60, 59, 58]);
  });

  it('filters by labels and assignee without narrowing the counts by assignee', async () => {
    const labelled = await get('/conversations?status=all&labels[]=billing&labels[]=none');
    expect(labelled.body.data.payload).toHaveLength(6);
    const mine = await get('/conversations?status=all&assignee_type=me');
    expect(mine.body.data.meta).toMatchObject({ all_count: 60, unassigned_count: 40 });
    expect(mine.body.data.payload).toHaveLength(20);
  });

  it('writes 0 for missing dates, a fraction in updated_at and no key for a missing assignee', async () => {
    const row = (await get('/conversations/2')).body;
    expect(row).toMatchObject({
      id: 2,
      waiting_since: 0,
      first_reply_created_at: 0,
      snoozed_until: null,
      messages: [],
    });
    expect(row.updated_at).not.toBe(Math.floor(row.updated_at));
    expect(Object.keys(row.meta)).not.toEqual(expect.arrayContaining(['assignee']));
    expect(row.meta.sender).not.toHaveProperty('last_activity_at');
  });

  it('filters by payload without a wrapper and refuses what it does not know', async () => {
    const headers = { 'api-access-token': 'secret' };
    const filter = (payload: unknown) =>
      client.chatwoot('/conversations/filter', { method: 'POST', headers, body: JSON.stringify({ payload }) });
    const condition = {
      attribute_key: 'status',
      filter_operator: 'equal_to',
      values: ['resolved'],
      query_operator: null,
    };
    const found = await filter([condition]);
    expect(found.body.payload).toHaveLength(10);
    expect(found.body.meta.all_count).toBe(10);
    const today = {
      attribute_key: 'last_activity_at',
      filter_operator: 'is_greater_than',
      values: ['2026-01-18'],
      query_operator: 'AND',
    };
    expect((await filter([today, condition])).body.payload).toHaveLength(10);
    for (const wrong of [
      { ...condition, attribute_key: 'updated_at' },
      { ...today, filter_operator: 'equal_to', query_operator: null },
    ]) {
      const refused = await filter([wrong]);
      expect(refused.status).toBe(422);
      expect(refused.body.error).toMatch(/^Invalid (attribute key|operator)/);
    }
  });

  it('answers like Chatwoot when the token, the account or the row is wrong', async () => {
    const bare = await client.request('/api/v1/accounts/1/conversations');
    expect([bare.status, bare.body]).toEqual([401, { errors: ['You need to sign in or sign up before continuing.'] }]);
    const wrong = await client.chatwoot('/conversations');
    expect([wrong.status, wrong.body]).toEqual([401, { error: 'Invalid Access Token' }]);
    const foreign = await client.request('/api/v1/accounts/9/conversations', {
      headers: { api_access_token: 'secret' },
    });
    expect([foreign.status, foreign.body.error]).toEqual([401, expect.stringMatching(/^You are not authorized/)]);
    const gone = await get('/conversations/999');
    expect([gone.status, gone.body]).toEqual([404, { error: 'Resource could not be found' }]);
  });

  it('returns the whole window of updated_within without pages', async () => {
    expect((await get('/conversations?status=all&updated_within=60')).body.data.payload).toHaveLength(60);
    const plain = await startSandbox({ updatedWithin: false });
    const answer = await new SandboxClient(plain).chatwoot('/conversations?status=all&updated_within=1');
    expect(answer.body.data.payload.length).toBeGreaterThan(20);
    await plain.close();
  });
});

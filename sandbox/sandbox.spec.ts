import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Json, SandboxClient } from './client.js';
import { type Sandbox, startSandbox } from './sandbox.js';

const NOW = Date.UTC(2026, 4, 5, 9);
const now = (): number => NOW;

describe('sandbox', () => {
  const open: Sandbox[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  afterAll(async () => {
    await Promise.all(open.map((each) => each.close()));
    rmSync(folder, { recursive: true });
  });
  const start = async (options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> => {
    const sandbox = await startSandbox(options);
    open.push(sandbox);
    return sandbox;
  };

  /** Reads everything over the API as a mirror would. */
  async function readAll(sandbox: Sandbox): Promise<Map<number, Json>> {
    const client = new SandboxClient(sandbox);
    const messages = new Map<number, Json>();
    for (let page = 1; ; page++) {
      const { body } = await client.chatwoot(`/conversations?status=all&sort_by=created_at_asc&page=${page}`);
      if (body.data.payload.length === 0) return messages;
      for (const { id } of body.data.payload) {
        const rows = (await client.chatwoot(`/conversations/${id}/messages?after=0&before=9999999`)).body.payload;
        for (const row of rows) messages.set(row.id, row);
      }
    }
  }

  it('seeds an agency with every kind of row, all of it in the past, the same for the same seed', async () => {
    const [one, two] = [await start({ now }), await start({ now })];
    const state = one.world.snapshot();
    expect(two.world.snapshot()).toEqual(state);
    expect(state.conversations.length).toBeGreaterThanOrEqual(23);
    expect(state.messages.length).toBeGreaterThan(250);
    expect(new Set(state.conversations.map((row) => row.status)).size).toBe(4);
    expect(new Set(state.messages.map((row) => row.message_type))).toEqual(new Set([0, 1, 2, 3]));
    expect(new Set(state.attachments.map((row) => row.file_type))).toEqual(
      new Set(['image', 'file', 'location', 'video', 'audio']),
    );
    expect(state.messages.some((row) => row.content === null)).toBe(true);
    const times = state.messages.map((row) => row.created_at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(NOW / 1000);
  });

  it('shows over the API exactly what the snapshot says, also after churn', async () => {
    const sandbox = await start({ now });
    const result = sandbox.world.churn({ messages: 80, edits: 20, deletions: 10, seed: 3 });
    expect([result.addedIds.length, result.editedIds.length, result.deletedIds.length]).toEqual([80, 20, 10]);
    const { messages } = sandbox.world.snapshot();
    const read = await readAll(sandbox);
    expect([...read.keys()].sort((a, b) => a - b)).toEqual(messages.map((row) => row.id));
    for (const row of messages) {
      const { content, created_at, message_type, content_attributes, private: note } = row;
      expect(read.get(row.id)).toMatchObject({ content, created_at, message_type, content_attributes, private: note });
    }
    const again = await start({ now });
    again.world.churn({ messages: 80, edits: 20, deletions: 10, seed: 3 });
    expect(again.world.snapshot()).toEqual(sandbox.world.snapshot());
  });

  it('serves a conversations file, plain or packed, turn by turn', async () => {
    const turn = (speaker: string, text: string) => ({ speaker, text });
    const lines = Array.from({ length: 12 }, (_, i) =>
      JSON.stringify({
        id: `c-${i}`,
        services: ['Tables'],
        turns: [turn('client', `question ${i}`), turn('team', `answer ${i}`), turn('client', 'thanks')],
      }),
    ).join('\n');
    const [plain, packed] = [join(folder, 'a.jsonl'), join(folder, 'a.jsonl.gz')];
    writeFileSync(plain, `${lines}\n`);
    writeFileSync(packed, gzipSync(lines));
    const sandbox = await start({ conversationsFile: packed, now });
    const state = sandbox.world.snapshot();
    expect((await start({ conversationsFile: plain, now })).world.snapshot()).toEqual(state);
    expect([state.conversations.length, state.messages.length, state.contacts.length]).toEqual([12, 36, 12]);
    expect(state.contacts.filter((row) => row.email === null)).toHaveLength(2);
    expect(state.conversations.every((row) => row.labels.includes('Tables'))).toBe(true);
    const times = state.messages.map((row) => row.created_at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(NOW / 1000 - 45 * 86_400);
    expect(times.at(-1)).toBeLessThan(NOW / 1000);
  });

  it('names the line of a file that can not be read, and a missing file', async () => {
    const path = join(folder, 'bad.jsonl');
    writeFileSync(path, '{"id":"x","turns":[{"speaker":"client","text":"a"}]}\n{"id":"y","turns":[]}\n');
    await expect(startSandbox({ conversationsFile: path })).rejects.toThrow(/line 2/);
    await expect(startSandbox({ conversationsFile: join(folder, 'none') })).rejects.toThrow(/ENOENT/);
    const taken = await start({ empty: true });
    await expect(startSandbox({ empty: true, port: Number(new URL(taken.url).port) })).rejects.toThrow(/EADDRINUSE/);
  });

  it('counts requests by route and is steered over HTTP without counting that', async () => {
    const sandbox = await start({ now });
    const client = new SandboxClient(sandbox);
    const post = (path: string, body: object) =>
      client.request(`/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    await client.chatwoot('/conversations/1');
    await client.chatwoot('/conversations/2');
    expect(sandbox.requests.count('GET /api/v1/accounts/:account/conversations/:id')).toBe(2);
    expect((await client.request('/__sandbox/requests')).body.total).toBe(2);
    await post('requests/reset', {});
    expect(sandbox.requests.total).toBe(0);

    expect((await post('faults', { kind: 'status', status: 502, regex: '/inboxes$' })).status).toBe(200);
    expect((await client.chatwoot('/inboxes')).status).toBe(502);
    await client.request('/__sandbox/faults', { method: 'DELETE' });
    expect((await client.chatwoot('/inboxes')).status).toBe(200);
    expect((await post('faults', { kind: 'gremlins' })).status).toBe(400);

    const made = await post('mutate', { op: 'addMessage', args: { conversationId: 1, content: 'from outside' } });
    await post('mutate', { op: 'editMessage', args: [made.body.id, 'edited outside'] });
    expect((await post('mutate', { op: 'setStatus', args: [99_999, 'open'] })).status).toBe(404);
    const churned = await post('churn', { messages: 5, seed: 1 });
    expect(churned.body.addedIds).toHaveLength(5);
    const state = (await client.request('/__sandbox/state')).body;
    expect(state).toMatchObject(JSON.parse(JSON.stringify(sandbox.world.snapshot())));
    expect(state.linear).toEqual(JSON.parse(JSON.stringify(sandbox.linear.snapshot())));
    expect(state.messages.find((row: Json) => row.id === made.body.id).content).toBe('edited outside');
  });
});

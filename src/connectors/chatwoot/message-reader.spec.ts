import { afterEach, describe, expect, it } from '@jest/globals';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/sandbox.js';
import type { VendorHttp, VendorRequest } from '../core/vendor-http.js';
import { ChatwootApi } from './chatwoot-api.js';
import { MessageReader } from './message-reader.js';
import { rowId } from './parse.js';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

async function reader(sizes: number[], options: SandboxOptions = {}) {
  let second = Date.UTC(2026, 0, 1);
  sandbox = await startSandbox({ empty: true, now: () => (second += 1000), ...options });
  const { world, url } = sandbox;
  const contact = world.addContact({ name: 'Rosa' });
  for (const size of sizes) {
    const { id } = world.addConversation({ contactId: contact.id });
    for (let i = 0; i < size; i++) world.addMessage({ conversationId: id, content: `message ${i}` });
  }
  const http: VendorHttp = {
    requests: 0,
    async json({ path, query }: VendorRequest) {
      const address = new URL(url + path);
      for (const [key, value] of Object.entries(query ?? {}))
        if (value !== undefined) address.searchParams.set(key, String(value));
      const answer = await fetch(address, { headers: { 'Api-Access-Token': 'any' } });
      return { status: answer.status, headers: {}, body: await answer.json(), sentAt: 0 };
    },
  };
  const source = { connector: 'chatwoot' as const, externalId: '1', baseUrl: url, apiToken: 'any', filter: {} };
  return new MessageReader(new ChatwootApi(http, source), new AbortController().signal);
}

async function ids(from: MessageReader, conversationId: number): Promise<number[]> {
  const rows = (await from.readAll(conversationId)).rows.map((row) => rowId(row) ?? 0);
  return rows.sort((a, b) => a - b);
}

const addImported = (index: number, createdAt: number) =>
  sandbox.world.addMessage({ conversationId: 1, content: `old ${index}`, createdAt });

const inWorld = (id: number): number[] =>
  sandbox.world.tables
    .messagesOf(id)
    .map((row) => row.id)
    .sort((a, b) => a - b);

describe('MessageReader', () => {
  const sizes = [0, 1, 19, 20, 21, 99, 100, 101, 200, 999, 1000, 1001, 2350];
  it('reads conversations of every size completely, mostly with one request', async () => {
    const from = await reader(sizes);
    for (const [index, size] of sizes.entries()) {
      const before = sandbox.requests.total;
      expect(await ids(from, index + 1)).toEqual(inWorld(index + 1));
      if (![20, 100, 200].includes(size) && size < 1000) expect(sandbox.requests.total - before).toBe(1);
    }
  });

  it('reads them from a server without ranges too', async () => {
    const from = await reader(sizes, { rangeReads: false });
    for (const index of sizes.keys()) expect(await ids(from, index + 1)).toEqual(inWorld(index + 1));
  });

  it('reads imports, whose dates and ids are out of step', async () => {
    const from = await reader([30]);
    for (let i = 0; i < 1200; i++) addImported(i, 1_600_000_000 + ((i * 37) % 500));
    expect(await ids(from, 1)).toEqual(inWorld(1));
  });

  it('reads an imported history without ranges, and does not take it for proven', async () => {
    const from = await reader([50], { rangeReads: false });
    for (let i = 0; i < 300; i++) addImported(i, 1_600_000_000 + i);
    expect(await ids(from, 1)).toEqual(inWorld(1));
    expect((await from.readAll(1)).complete).toBe(false);
  });

  it('sees a row once that comes twice', async () => {
    const from = await reader([30]);
    sandbox.faults.add({ kind: 'repeat_rows' });
    expect(await ids(from, 1)).toEqual(inWorld(1));
  });
});

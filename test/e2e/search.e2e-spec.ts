import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddingRun } from '../../src/search/embedding-run.js';
import { ChunkWriter } from '../../src/search/index.js';
import type { Client } from '../support/client.js';
import { colleague, project, stranger } from '../support/people.js';
import { jobContext, sourceText } from '../support/search-parts.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;
let viewer: Client;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp({ env: { EMBEDDING_DIM: '128' } });
});
afterAll(() => server.close());
beforeEach(async () => {
  projectId = await project(await server.signIn());
  viewer = (await colleague(server, 'viewer')).client;
  await viewer.post(`/projects/${projectId}/select`);
});

async function fill(into: string, ...texts: string[]): Promise<void> {
  const writer = server.app.get(ChunkWriter, { strict: false });
  await server.db.database.transaction((tx) =>
    writer.replace(
      tx,
      into,
      texts.map((text) => sourceText(text)),
    ),
  );
  await server.app.get(EmbeddingRun, { strict: false }).run(jobContext(into), 60_000);
}

describe('POST /search', () => {
  it('answers a viewer, under both addresses', async () => {
    await fill(
      projectId,
      'The invoice for January will be paid on Friday.',
      'The launch of the page moves to May, says the team.',
    );
    for (const path of ['/search', '/v1/search']) {
      const answer = await viewer.post(path, { query: 'when is the invoice paid' });
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        ok: true,
        query: 'when is the invoice paid',
        topK: 10,
        mode: 'hybrid',
        embedding_model: 'local-feature-hashing-v2@128',
        degraded: false,
        reason: null,
        hint: null,
        request_id: expect.any(String),
      });
      expect(answer.body.results[0]).toEqual({
        id: expect.any(String),
        source_kind: 'message',
        source_id: expect.any(String),
        message_global_id: expect.any(String),
        conversation_global_id: 'cw:1:1',
        chunk_index: 0,
        sender: 'client',
        text: 'The invoice for January will be paid on Friday.',
        source_url: expect.any(String),
        score: expect.any(Number),
        distance: expect.any(Number),
        created_at: expect.stringMatching(/^2026-01-\d\dT\d\d:\d\d:00\.000Z$/),
        ranks: { vector: 1, lexical: 1, exact: null },
        highlights: [
          { start: 4, end: 11 },
          { start: 32, end: 36 },
        ],
      });
      expect(answer.body.facets).toEqual({ source_kind: { message: 2 }, sender: { client: 2 } });
    }
  });

  it.each([
    [{}, 'query'],
    [{ query: '' }, 'query'],
    [{ query: '   ' }, 'query'],
    [{ query: 'x'.repeat(4001) }, 'query'],
    [{ query: 7 }, 'query'],
    [{ query: ['x'] }, 'query'],
    [{ query: 'x', topK: 0 }, 'topK'],
    [{ query: 'x', topK: 51 }, 'topK'],
    [{ query: 'x', topK: '5' }, 'topK'],
    [{ query: 'x', mode: 'magic' }, 'mode'],
    [{ query: 'x', filter: 'all' }, 'filter'],
    [{ query: 'x', filter: { sender: 'me' } }, 'filter.sender'],
    [{ query: 'x', filter: { from: 'yesterday' } }, 'filter.from'],
    [{ query: 'x', filter: { to: '2026-02-31T99:00:00Z' } }, 'filter.to'],
    [{ query: 'x', filter: { project_id: 'x' } }, 'filter.project_id'],
    [{ query: 'x', top_k: 5 }, 'top_k'],
  ])('refuses %j', async (body, path) => {
    const answer = await viewer.post('/search', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: 'validation_failed', details: [{ path }] });
  });

  it('takes the widest request there is', async () => {
    await fill(projectId, 'The invoice for January will be paid on Friday.');
    const filter = {
      source_kind: 'message',
      from: '2026-01-01',
      to: '2026-12-31T23:59:59+02:00',
      conversation: 'cw:1:1',
      sender: 'client',
    };
    const answer = await viewer.post('/search', { query: 'invoice '.repeat(500), topK: 50, mode: 'lexical', filter });
    expect(answer.status).toBe(200);
    expect(answer.body.results).toHaveLength(1);
  });

  it('answers the same by an address', async () => {
    await fill(projectId, 'The invoice for January will be paid on Friday.', 'The launch moves to May, says the team.');
    const { request_id: _one, ...posted } = (
      await viewer.post('/search', { query: 'paid', topK: 5, filter: { source_kind: 'message', from: '2026-01-01' } })
    ).body;
    const address = '/search?q=paid&topK=5&source_kind=message&from=2026-01-01';
    const { request_id: _other, ...opened } = (await viewer.get(address).expect(200)).body;
    expect(opened).toEqual(posted);
    expect(opened.results.length).toBeGreaterThan(0);
    const { created_at } = opened.results[0] as { created_at: string };
    const until = (to: string) => viewer.get(`/search?q=paid&mode=lexical&to=${to}`);
    const day = created_at.slice(0, 10);
    expect((await until(day)).body.results).toHaveLength(1);
    expect((await until(`${day}T00:00:00Z`)).body.results).toEqual([]);
  });

  it.each(['', 'q=', 'q=x&topK=0', 'q=x&mode=magic', 'q=x&sender=me', 'q=x&from=yesterday', 'q=x&query=y'])(
    'refuses the address ?%s',
    (query) => viewer.get(`/search?${query}`).expect(400),
  );

  it('shows nothing of another project, nor lets one be named that the user may not see', async () => {
    const other = await stranger(server);
    await fill(other.projectId, 'The invoice for January will be paid on Friday.');
    expect((await viewer.post('/search', { query: 'invoice' })).body).toMatchObject({
      results: [],
      hint: expect.stringContaining('no chunks'),
    });
    const named = await viewer.post(`/search?project_id=${other.projectId}`, { query: 'invoice' });
    expect(named.status).toBe(404);
    expect(named.body).toMatchObject({ error: 'project_not_found' });
  });

  it('is closed to visitors', async () => {
    expect((await server.visitor().post('/search', { query: 'invoice' })).status).toBe(401);
  });
});

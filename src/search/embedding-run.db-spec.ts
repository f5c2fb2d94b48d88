import { randomUUID } from 'node:crypto';
import { HANG_LIMIT_MS } from '../../test/support/hang-limit.js';
import { Latch } from '../../test/support/latch.js';
import { OwnClock } from '../../test/support/own-clock.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';
import { until } from '../../test/support/until.js';
import { REJECT_MARKER, startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

const text = (i: number | string) => `Message ${i} about the launch of the new landing page.`;

describe('embeddings_run', () => {
  let test: TestDatabase;
  let sandbox: Sandbox;
  let project: string;
  let openai: Record<string, string>;
  let parts: SearchParts;
  let clock: OwnClock;
  beforeAll(async () => {
    test = await openTestDatabase();
    sandbox = await startSandbox({ empty: true });
    openai = {
      OPENAI_API_KEY: 'sk-test',
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      OPENAI_TIMEOUT_MS: String(HANG_LIMIT_MS),
      EMBED_BATCH_SIZE: '10',
    };
  });
  afterAll(async () => {
    await sandbox.close();
    await test.close();
  });
  beforeEach(async () => {
    project = await newProject(test);
    clock = new OwnClock();
    parts = searchParts(test, openai, clock);
    sandbox.faults.clear();
    sandbox.requests.reset();
  });
  const statuses = () => parts.chunks.countsOf(project);
  const chunk = async () =>
    (
      await test.database.query(
        `SELECT *, embedding_next_attempt_at > now() AS later FROM rag_chunks WHERE project_id = $1 ORDER BY source_id LIMIT 1`,
        [project],
      )
    )[0]!;

  it('embeds all that waits, each text once', async () => {
    await parts.write(
      project,
      Array.from({ length: 45 }, (_, i) => sourceText(text(i % 30))),
    );
    expect(await parts.embed(project)).toMatchObject({
      processed: 45,
      failed: 0,
      remaining: 0,
      status: 'ok',
      model: 'text-embedding-3-small@64',
    });
    expect(await statuses()).toEqual({ pending: 0, processing: 0, ready: 45, failed: 0 });
    const asked = sandbox.requests.count('POST /v1/embeddings');
    await parts.write(project, [sourceText(text(3))]);
    expect(await parts.embed(project)).toMatchObject({ processed: 1, reused: 1 });
    expect(sandbox.requests.count('POST /v1/embeddings')).toBe(asked);
  });

  it('asks for several batches at once, after a first one that the provider has served', async () => {
    await parts.write(
      project,
      Array.from({ length: 95 }, (_, i) => sourceText(text(i))),
    );
    const latch = new Latch();
    const asked = () => sandbox.requests.count('POST /v1/embeddings');
    sandbox.faults.add({
      vendor: 'openai',
      kind: 'latency',
      until: async () => asked() === 1 || latch.opened,
    });
    const run = parts.embed(project);
    await until('four requests wait for their answers', () => asked() === 5);
    latch.open();
    expect(await run).toMatchObject({ processed: 95, failed: 0, remaining: 0, status: 'ok' });
    expect([asked(), sandbox.requests.peakInFlight]).toEqual([10, 4]);
  });

  it('gives equal texts of batches at once the same vector', async () => {
    await parts.write(
      project,
      Array.from({ length: 150 }, (_, i) => sourceText(text(i % 50))),
    );
    expect(await parts.embed(project)).toMatchObject({ processed: 150, failed: 0, remaining: 0, status: 'ok' });
    const vectors = await test.database.query(
      `SELECT text_hash, count(DISTINCT embedding)::int AS vectors FROM rag_chunks WHERE project_id = $1 GROUP BY 1`,
      [project],
    );
    expect(vectors.map((row) => row['vectors'])).toEqual(Array.from({ length: 50 }, () => 1));
  });

  it('begins no further batch once the provider has failed one', async () => {
    await parts.write(
      project,
      Array.from({ length: 195 }, (_, i) => sourceText(text(i))),
    );
    sandbox.faults.add({ vendor: 'openai', kind: 'status', status: 401, every: 5 });
    await expect(parts.embed(project)).rejects.toMatchObject({ code: 'provider_not_configured' });
    expect(await statuses()).toMatchObject({ processing: 0, failed: 0 });
    // Of 20 batches five lanes had one each in hand at most.
    expect(sandbox.requests.count('POST /v1/embeddings')).toBeLessThan(10);
  });

  it('fails a text that the provider rejects alone, with its reason', async () => {
    await parts.write(
      project,
      Array.from({ length: 20 }, (_, i) => sourceText(text(i))),
    );
    await parts.write(project, [sourceText(`${text('x')} ${REJECT_MARKER}`)]);
    expect(await parts.embed(project)).toMatchObject({ processed: 20, failed: 1, remaining: 0, status: 'ok' });
    const [failed] = await test.database.query(
      `SELECT embedding_error FROM rag_chunks WHERE project_id = $1 AND embedding_status = 'failed'`,
      [project],
    );
    expect(failed).toMatchObject({ embedding_error: expect.stringContaining('can not be embedded') });
  });

  it.each([
    ['a rate limit', { kind: 'rate_limit' }],
    ['slow down', { kind: 'rate_limit', code: 'slow_down' }],
    ['an outage', { kind: 'status', status: 503 }],
    ['a dropped connection', { kind: 'drop' }],
    ['silence', { kind: 'hang' }],
    ['a page instead of an answer', { kind: 'html' }],
    ['vectors that are none', { kind: 'bad_shape' }],
  ] as const)('puts chunks back on %s, to be tried later', async (_, fault) => {
    await parts.write(project, [sourceText(text(1)), sourceText(text(2))]);
    sandbox.faults.add({ vendor: 'openai', ...fault, hit: () => fault.kind === 'hang' && clock.passDeadlines() });
    const cut = await parts.embed(project, { budgetMs: 1500 });
    expect(cut).toMatchObject({ processed: 0, failed: 0, remaining: 2, status: 'partial' });
    expect(await chunk()).toMatchObject({
      embedding_status: 'pending',
      embedding_attempts: 1,
      later: true,
      embedding_claimed_by: null,
    });
    sandbox.faults.clear();
    await test.database.query(`UPDATE rag_chunks SET embedding_next_attempt_at = NULL WHERE project_id = $1`, [
      project,
    ]);
    expect(await parts.embed(project)).toMatchObject({ processed: 2, status: 'ok' });
  });

  it.each([
    ['a dropped connection', { kind: 'drop' }],
    ['a gateway’s hiccup', { kind: 'status', status: 502 }],
    ['a page instead of an answer', { kind: 'html' }],
  ] as const)('gets over %s within the run', async (_, fault) => {
    await parts.write(
      project,
      Array.from({ length: 25 }, (_, i) => sourceText(text(i))),
    );
    sandbox.faults.add({ vendor: 'openai', ...fault, times: 1 });
    expect(await parts.embed(project)).toMatchObject({ processed: 25, remaining: 0, status: 'ok', reason: null });
    expect(sandbox.requests.count('POST /v1/embeddings')).toBe(4);
  });

  it('gives up on a provider that stays away, after a few tries', async () => {
    await parts.write(project, [sourceText(text(1))]);
    sandbox.faults.add({ vendor: 'openai', kind: 'drop' });
    expect(await parts.embed(project)).toMatchObject({ processed: 0, status: 'partial' });
    expect(sandbox.requests.count('POST /v1/embeddings')).toBe(4);
  });

  it('waits for no retry when its time is up or it is told to stop', async () => {
    await parts.write(project, [sourceText(text(1))]);
    sandbox.faults.add({ vendor: 'openai', kind: 'rate_limit', retryAfter: 15 });
    expect(await parts.embed(project, { budgetMs: 5000 })).toMatchObject({ status: 'partial' });
    expect(clock.waits).toEqual([]);
    await test.database.query(`UPDATE rag_chunks SET embedding_next_attempt_at = NULL WHERE project_id = $1`, [
      project,
    ]);
    const stop = new AbortController();
    clock.onWait = () => stop.abort();
    expect(await parts.embed(project, { signal: stop.signal })).toMatchObject({ status: 'partial' });
    expect(clock.waits).toEqual([15_000]);
    expect(sandbox.requests.count('POST /v1/embeddings')).toBe(2);
    expect(await statuses()).toMatchObject({ pending: 1, processing: 0 });
  });

  it('waits within the run where the provider asks for a short pause', async () => {
    await parts.write(project, [sourceText(text(1))]);
    sandbox.faults.add({ vendor: 'openai', kind: 'rate_limit', retryAfter: 1, times: 1 });
    expect(await parts.embed(project)).toMatchObject({ processed: 1, status: 'ok' });
    expect(clock.waits).toHaveLength(1);
    expect(clock.waits[0]).toBeGreaterThanOrEqual(1_000);
  });

  it.each([
    ['a wrong key', { kind: 'status', status: 401 }],
    ['an unknown model', { kind: 'status', status: 404 }],
    ['an empty account', { kind: 'rate_limit', code: 'insufficient_quota' }],
  ] as const)('ends with a failure that names the settings on %s', async (_, fault) => {
    await parts.write(
      project,
      Array.from({ length: 25 }, (_, i) => sourceText(text(i))),
    );
    sandbox.faults.add({ vendor: 'openai', ...fault });
    await expect(parts.embed(project)).rejects.toMatchObject({ code: 'provider_not_configured' });
    expect(sandbox.requests.count('POST /v1/embeddings')).toBe(1);
    expect(await statuses()).toMatchObject({ pending: 25, processing: 0 });
  });

  it('frees what a dead run left, and leaves a living one its own', async () => {
    await parts.write(project, [sourceText(text(1)), sourceText(text(2)), sourceText(text(3))]);
    const [dead, alive] = [randomUUID(), randomUUID()];
    await test.database.query(
      `INSERT INTO job_runs (project_id, id, job_type, status, trigger) VALUES ($1, $2, 'embeddings_run', 'failed', 'schedule'), ($1, $3, 'other', 'running', 'schedule')`,
      [project, dead, alive],
    );
    expect((await parts.queue.claim(project, dead, 'm@64', 1)).chunks).toHaveLength(1);
    expect((await parts.queue.claim(project, alive, 'm@64', 1)).chunks).toHaveLength(1);
    expect(await parts.embed(project)).toMatchObject({ processed: 2, remaining: 1, status: 'partial' });
  });

  it('never gives one chunk to two runs', async () => {
    await parts.write(
      project,
      Array.from({ length: 60 }, (_, i) => sourceText(text(i))),
    );
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => parts.queue.claim(project, randomUUID(), 'm@64', 15)),
    );
    const ids = claims.flatMap(({ chunks }) => chunks.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(60);
  });

  it('leaves a text that was edited meanwhile to the next run', async () => {
    const source = sourceText(text(1));
    await parts.write(project, [source]);
    const runId = randomUUID();
    const claim = await parts.queue.claim(project, runId, 'm@64', 10);
    await parts.write(project, [{ ...source, text: text('edited') }]);
    const vectors = new Map([[claim.chunks[0]!.text_hash, [1, 0]]]);
    expect(await parts.queue.complete(project, runId, 'm@64', vectors)).toBe(0);
    expect(await statuses()).toMatchObject({ pending: 1, ready: 0 });
  });

  it('stops when it is told to, holding nothing', async () => {
    await parts.write(
      project,
      Array.from({ length: 30 }, (_, i) => sourceText(text(i))),
    );
    const stop = new AbortController();
    sandbox.faults.add({ vendor: 'openai', kind: 'hang', every: 2, hit: () => stop.abort() });
    expect(await parts.embed(project, { signal: stop.signal })).toMatchObject({ status: 'partial' });
    expect(await statuses()).toMatchObject({ processing: 0 });
  });
});

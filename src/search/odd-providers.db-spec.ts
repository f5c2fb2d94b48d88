import { OwnClock } from '../../test/support/own-clock.js';
import { sound, startOddProvider, type OddProvider } from '../../test/support/odd-provider.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';

const POISON = 'Poison: this one text is what the server stumbles over.';
const good = Array.from({ length: 30 }, (_, i) => `Message ${i} about the launch of the new landing page.`);

describe('embeddings of servers with ways of their own', () => {
  let test: TestDatabase;
  let provider: OddProvider;
  let project: string;
  let clock: OwnClock;
  beforeAll(async () => {
    test = await openTestDatabase();
    provider = await startOddProvider();
  });
  afterAll(async () => {
    await provider.close();
    await test.close();
  });
  beforeEach(async () => {
    project = await newProject(test);
    clock = new OwnClock();
    provider.answers = sound;
    provider.asked.length = 0;
  });

  const partsWith = (more: Record<string, string> = {}) =>
    searchParts(
      test,
      {
        OPENAI_API_KEY: 'sk-test',
        OPENAI_BASE_URL: provider.url,
        EMBEDDING_MODEL: 'a-model',
        EMBED_BATCH_SIZE: '10',
        ...more,
      },
      clock,
    );
  const write = (parts: SearchParts, texts: readonly string[]) =>
    parts.write(
      project,
      texts.map((text) => sourceText(text)),
    );
  /** Lets the waits of postponed chunks be over. */
  const laterOn = () =>
    test.database.query(`UPDATE rag_chunks SET embedding_next_attempt_at = NULL WHERE project_id = $1`, [project]);

  it.each<[string, () => ReturnType<OddProvider['answers']>]>([
    ['an error of its own', () => ({ status: 500, body: { error: { message: 'Internal Server Error' } } })],
    ['NaN in the body', () => ({ body: '{"data":[{"index":0,"embedding":[NaN]}]}' })],
    ['no vector', () => ({ body: { data: [] } })],
    ['a vector of another length', () => ({ body: { data: [{ index: 0, embedding: [1, 2, 3] }] } })],
    [
      'silence',
      () => {
        setImmediate(() => clock.passDeadlines());
        return null;
      },
    ],
  ])('%s for one text keeps no other unembedded for more than a run', async (_, spoil) => {
    const parts = partsWith();
    provider.answers = (asked) => (asked.input.includes(POISON) ? spoil() : sound(asked));
    await write(parts, [...good, POISON]);
    await parts.embed(project);
    expect(await parts.chunks.countsOf(project)).toMatchObject({ ready: 30, failed: 0 });
    for (let runs = 0; runs < 3; runs++) {
      await laterOn();
      await parts.embed(project);
    }
    // The text itself is told to be what it is, and the run is over.
    expect(await parts.chunks.countsOf(project)).toEqual({ pending: 0, processing: 0, ready: 30, failed: 1 });
  });

  it.each<[string, OddProvider['answers'], string]>([
    [
      'the model',
      () => ({ status: 400, body: { error: { message: 'Invalid model name', param: 'None' } } }),
      'EMBEDDING_MODEL',
    ],
    ['a field', () => ({ status: 422, body: { detail: [{ loc: ['body', 'encoding_format'] }] } }), 'EMBEDDING_MODEL'],
    ['the account', () => ({ status: 402, body: { error: { message: 'Insufficient credits' } } }), 'Pay the account'],
    ['the path', () => ({ status: 404, body: { detail: 'Not Found' } }), 'OPENAI_BASE_URL'],
  ])('refusing %s gives no text up, and says what to correct', async (_, answers, named) => {
    const parts = partsWith();
    await write(parts, good);
    provider.answers = answers;
    await expect(parts.embed(project)).rejects.toMatchObject({
      code: 'provider_not_configured',
      message: expect.stringContaining(named),
    });
    expect(await parts.chunks.countsOf(project)).toMatchObject({ pending: 30, failed: 0 });
    provider.answers = sound;
    await laterOn();
    expect(await parts.embed(project)).toMatchObject({ processed: 30, status: 'ok' });
  });

  it('answers by the model that is being built where the one before is gone', async () => {
    const before = partsWith({ EMBEDDING_MODEL: 'an-old-model' });
    await write(before, good);
    await before.embed(project);
    const parts = partsWith();
    provider.answers = (asked) =>
      asked.model === 'an-old-model' ? { status: 404, body: { error: { message: 'no such model' } } } : sound(asked);
    // One batch of the new model is done when the run's time is up.
    let batches = 0;
    const stop = new AbortController();
    const answers = provider.answers;
    provider.answers = (asked) => {
      if (++batches > 1) stop.abort();
      return answers(asked);
    };
    await parts.embed(project, { signal: stop.signal });
    provider.answers = answers;
    expect(await parts.search.search(project, { query: 'landing page', topK: 5, mode: 'hybrid' })).toMatchObject({
      embedding_model: 'a-model@64',
      degraded: true,
      reason: expect.stringContaining('no such model'),
    });
  });

  it('cuts texts once more for another CHUNK_SIZE, and tries rejected ones again', async () => {
    const long = Array.from({ length: 20 }, (_, i) => `Sentence ${i} tells of the launch of a page.`).join(' ');
    const parts = partsWith({ CHUNK_SIZE: '1000' });
    provider.answers = (asked) =>
      asked.input.some((text) => text.length > 300)
        ? { status: 400, body: { error: { message: 'the context has 300 characters', param: 'input' } } }
        : sound(asked);
    await write(parts, [long, ...good]);
    await parts.embed(project);
    expect(await parts.chunks.countsOf(project)).toMatchObject({ ready: 30, failed: 1 });
    const shorter = partsWith({ CHUNK_SIZE: '200' });
    await shorter.embed(project);
    const counts = await shorter.chunks.countsOf(project);
    expect(counts).toMatchObject({ pending: 0, failed: 0 });
    expect(counts.ready).toBeGreaterThan(33);
    const texts = await test.database.query<{ text: string }>(
      `SELECT text FROM rag_chunks WHERE project_id = $1 AND deleted_at IS NULL`,
      [project],
    );
    expect(texts.every(({ text }) => text.length <= 200)).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText } from '../../test/support/search-parts.js';
import { toHalfvec } from './halfvec.js';

const small = { EMBEDDING_DIM: '32' };
const large = { EMBEDDING_DIM: '48', EMBED_BATCH_SIZE: '10' };
const MODEL = 'local-feature-hashing-v2';

describe('embedding generations', () => {
  let test: TestDatabase;
  let project: string;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    project = await newProject(test);
    await searchParts(test, small).write(
      project,
      Array.from({ length: 30 }, (_, i) => sourceText(`Message ${i} about invoices and the launch.`)),
    );
    await searchParts(test, small).embed(project);
  });
  /** A run that is cut off after ten chunks. */
  const embedTen = async () => {
    const parts = searchParts(test, large);
    expect(await parts.embed(project, { budgetMs: 0 })).toMatchObject({ processed: 0, status: 'partial' });
    const { model } = parts.embedders.configured;
    const { chunks } = await parts.queue.claim(project, randomUUID(), model, 10);
    await test.database.query(
      `UPDATE rag_chunks SET embedding_status = 'ready', embedding = $3::halfvec, embedding_model = $2 WHERE project_id = $1 AND id = ANY($4)`,
      [project, model, toHalfvec(new Array(48).fill(0.1)), chunks.map(({ id }) => id)],
    );
    return parts;
  };
  const ask = (parts: ReturnType<typeof searchParts>) =>
    parts.search.search(project, { query: 'invoices', topK: 30, mode: 'vector' });
  const states = async () =>
    Object.fromEntries(
      (
        await test.database.query<{ model: string; status: string }>(
          `SELECT model, status FROM embedding_generations WHERE project_id = $1`,
          [project],
        )
      ).map(({ model, status }) => [model, status]),
    );

  it('answers from the old one until the new one is complete', async () => {
    const parts = await embedTen();
    expect(await states()).toEqual({ [`${MODEL}@32`]: 'serving', [`${MODEL}@48`]: 'building' });
    const during = await ask(parts);
    expect(during).toMatchObject({ embedding_model: `${MODEL}@32`, degraded: false });
    expect(during.results).toHaveLength(30);

    expect(await parts.embed(project)).toMatchObject({ remaining: 0, status: 'ok' });
    expect(await states()).toEqual({ [`${MODEL}@32`]: 'retired', [`${MODEL}@48`]: 'serving' });
    const after = await ask(parts);
    expect(after).toMatchObject({ embedding_model: `${MODEL}@48` });
    expect(after.results).toHaveLength(30);
    expect(
      await test.database.query(`SELECT 1 FROM rag_chunks WHERE project_id = $1 AND previous_model IS NOT NULL`, [
        project,
      ]),
    ).toEqual([]);
  });

  it('goes back without embedding anything again', async () => {
    await embedTen();
    expect(await searchParts(test, small).embed(project)).toMatchObject({ processed: 0, remaining: 0 });
    expect(await states()).toEqual({ [`${MODEL}@32`]: 'serving', [`${MODEL}@48`]: 'retired' });
    expect((await ask(searchParts(test, small))).results).toHaveLength(30);
  });

  it('can change its mind half way', async () => {
    await embedTen();
    const third = searchParts(test, { EMBEDDING_DIM: '40' });
    expect((await ask(third)).results).toHaveLength(30);
    await third.embed(project);
    expect(await states()).toEqual({
      [`${MODEL}@32`]: 'retired',
      [`${MODEL}@48`]: 'retired',
      [`${MODEL}@40`]: 'serving',
    });
    expect(await ask(third)).toMatchObject({ embedding_model: `${MODEL}@40` });
  });

  it('answers from what there is when the old model can not be computed any more', async () => {
    await test.database.query(
      `UPDATE embedding_generations SET model = 'text-embedding-3-small@32' WHERE project_id = $1`,
      [project],
    );
    await test.database.query(
      `UPDATE rag_chunks SET embedding_model = 'text-embedding-3-small@32' WHERE project_id = $1`,
      [project],
    );
    const parts = searchParts(test, large);
    const lexical = await parts.search.search(project, { query: 'invoices', topK: 5, mode: 'hybrid' });
    expect(lexical).toMatchObject({ degraded: true, reason: expect.stringContaining('OPENAI_API_KEY') });
    expect(lexical.results).toHaveLength(5);
    await parts.embed(project);
    expect(await ask(parts)).toMatchObject({ degraded: false, embedding_model: `${MODEL}@48` });
  });
});

import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';

const LONG = Array.from({ length: 45 }, (_, i) => `Sentence number ${i} says something of its own.`).join(' ');

describe('ChunkWriter', () => {
  let test: TestDatabase;
  let parts: SearchParts;
  let project: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    parts = searchParts(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    project = await newProject(test);
  });

  const rows = () =>
    test.database.query<{ id: string; chunk_index: number; text: string; live: boolean; status: string; xmin: string }>(
      `SELECT id, chunk_index, text, deleted_at IS NULL AS live, embedding_status AS status, xmin::text FROM rag_chunks
       WHERE project_id = $1 ORDER BY source_id, chunk_index`,
      [project],
    );

  it('writes nothing when nothing changed', async () => {
    const sources = [sourceText(LONG), sourceText('A text of more than thirty characters.'), sourceText('too short')];
    expect(await parts.write(project, sources)).toBe(4);
    const before = await rows();
    expect(await parts.write(project, [...sources, ...sources])).toBe(0);
    expect(await rows()).toEqual(before);
  });

  it('keeps ids while a text is edited, and marks what a shorter text no longer has', async () => {
    const source = sourceText(LONG);
    await parts.write(project, [source]);
    await parts.embed(project);
    const before = await rows();
    expect(
      await parts.write(project, [{ ...source, text: LONG.slice(0, 900).replace('number 1 ', 'number one ') }]),
    ).toBe(1);
    const after = await rows();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ live, status }) => `${live} ${status}`)).toEqual([
      'true pending',
      'false ready',
      'false ready',
    ]);
  });

  it('takes a deleted source out of search and embedding, and brings it back without embedding it again', async () => {
    const source = sourceText('The invoice of January will be paid on Friday.');
    await parts.write(project, [source]);
    await parts.embed(project);
    expect(await parts.write(project, [{ ...source, text: null }])).toBe(0);
    expect((await parts.search.search(project, { query: 'invoice', topK: 5, mode: 'hybrid' })).results).toEqual([]);
    expect(await parts.chunks.countsOf(project)).toMatchObject({ pending: 0, ready: 0 });
    expect(await parts.write(project, [source])).toBe(1);
    expect(await parts.embed(project)).toMatchObject({ processed: 1, reused: 1 });
    expect((await parts.search.search(project, { query: 'invoice', topK: 5, mode: 'hybrid' })).results).toHaveLength(1);
  });

  it('follows a moved address without embedding again', async () => {
    const source = sourceText('The invoice of January will be paid on Friday.');
    await parts.write(project, [source]);
    await parts.embed(project);
    expect(await parts.write(project, [{ ...source, source_url: 'https://chat.example/moved' }])).toBe(1);
    expect(await rows()).toMatchObject([{ status: 'ready' }]);
  });

  it('takes the same number of statements for a thousand sources as for one', async () => {
    const statements: string[] = [];
    await test.database.transaction((tx) =>
      parts.writer.replace(
        {
          ...tx,
          run: (text, parameters) => {
            statements.push(text);
            return tx.run(text, parameters);
          },
        },
        project,
        Array.from({ length: 1000 }, (_, i) => sourceText(`Message ${i} of a long conversation about the launch.`)),
      ),
    );
    expect(statements).toHaveLength(2);
    expect(await rows()).toHaveLength(1000);
  });

  it('lets two syncs write the same sources at once', async () => {
    const sources = Array.from({ length: 50 }, (_, i) =>
      sourceText(`Message ${i} of a long conversation about the launch.`),
    );
    await Promise.all([parts.write(project, sources), parts.write(project, sources.toReversed())]);
    expect(await rows()).toHaveLength(50);
  });

  it('never touches another project', async () => {
    const other = await newProject(test);
    const source = sourceText('The invoice of January will be paid on Friday.');
    await parts.write(other, [source]);
    await parts.write(project, [source]);
    await parts.write(project, [{ ...source, text: null }]);
    expect(await parts.chunks.countsOf(other)).toMatchObject({ pending: 1 });
  });
});

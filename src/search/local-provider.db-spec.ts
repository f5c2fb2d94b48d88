import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';

describe('EMBEDDING_PROVIDER=local', () => {
  let test: TestDatabase;
  let parts: SearchParts;
  let project: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    parts = searchParts(test, { EMBEDDING_PROVIDER: 'local', EMBEDDING_DIM: '1536' });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    project = await newProject(test);
  });
  const find = async (query: string) => parts.search.search(project, { query, topK: 3, mode: 'hybrid' });

  it('finds what is meant in other words, and Russian by its words', async () => {
    const texts = [
      'We have to postpone the launch of the shop by two weeks, sorry.',
      'The logo on the first page should be a little larger than it is.',
      'Our bookkeeper transfers the outstanding amount to you on Friday.',
      'Встреча с командой дизайна перенесена на следующий вторник.',
    ];
    await parts.write(
      project,
      texts.map((text, at) => sourceText(text, { conversation_global_id: `cw:1:${at}` })),
    );
    expect(await parts.embed(project)).toMatchObject({ processed: 4, status: 'ok', model: 'local-joined-v1@1536' });
    for (const [query, text] of [
      ['when do we get paid', texts[2]],
      ['the opening is delayed', texts[0]],
      ['перенести встречу с дизайнерами', texts[3]],
    ] as const)
      expect(await find(query)).toMatchObject({ degraded: false, results: [{ text }, {}, {}] });
  });

  it('takes the place of hashed words without a gap: those answer until all texts have a joined vector', async () => {
    const hashing = searchParts(test, { EMBEDDING_PROVIDER: 'hashing', EMBEDDING_DIM: '256' });
    await hashing.write(
      project,
      Array.from({ length: 20 }, (_, i) => sourceText(`Message ${i} about the outstanding invoice of January.`)),
    );
    await hashing.embed(project);
    await parts.embed(project, { budgetMs: 0 });
    expect(await find('outstanding invoice')).toMatchObject({ embedding_model: 'local-feature-hashing-v2@256' });
    await parts.embed(project);
    expect(await find('outstanding invoice')).toMatchObject({
      embedding_model: 'local-joined-v1@1536',
      degraded: false,
    });
  });
});

import { HANG_LIMIT_MS } from '../../test/support/hang-limit.js';
import { OwnClock } from '../../test/support/own-clock.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { newProject, searchParts, sourceText, type SearchParts } from '../../test/support/search-parts.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import type { SearchMode } from './search.dto.js';

describe('SearchService', () => {
  let test: TestDatabase;
  let parts: SearchParts;
  let project: string;
  beforeAll(async () => {
    test = await openTestDatabase();
    parts = searchParts(test, { EMBEDDING_DIM: '256' });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    project = await newProject(test);
  });

  const fill = async (...texts: string[]) => {
    await parts.write(
      project,
      texts.map((text) => sourceText(text)),
    );
    await parts.embed(project);
  };
  const find = (query: string, more: Partial<Parameters<SearchParts['search']['search']>[1]> = {}) =>
    parts.search.search(project, { query, topK: 10, mode: 'hybrid', ...more });
  const textsOf = async (...wish: Parameters<typeof find>) => (await find(...wish)).results.map(({ text }) => text);

  it.each<SearchMode>(['hybrid', 'vector', 'lexical'])('finds the text that is meant, in mode %s', async (mode) => {
    await fill(
      'The invoice for January will be paid by our accountant on Friday.',
      'We would like to move the launch of the landing page to May.',
      'Встреча с командой дизайна перенесена на следующий вторник.',
    );
    expect((await textsOf('when is the invoice paid', { mode }))[0]).toContain('invoice');
    expect((await textsOf('перенести встречу с дизайнерами', { mode }))[0]).toContain('Встреча');
  });

  it('says where each result was found and how to open it', async () => {
    await fill('The invoice for January will be paid by our accountant on Friday.');
    const { results, ...answer } = await find('invoice');
    expect(answer).toEqual({
      query: 'invoice',
      topK: 10,
      mode: 'hybrid',
      embedding_model: 'local-feature-hashing-v2@256',
      degraded: false,
      reason: null,
      hint: null,
      facets: { source_kind: { message: 1 }, sender: { client: 1 } },
    });
    expect(results).toEqual([
      {
        id: expect.any(String),
        source_kind: 'message',
        source_id: expect.any(String),
        message_global_id: expect.any(String),
        conversation_global_id: 'cw:1:1',
        chunk_index: 0,
        sender: 'client',
        text: expect.any(String),
        highlights: [{ start: 4, end: 11 }],
        source_url: expect.stringContaining('https://'),
        score: 2 / 61,
        distance: expect.any(Number),
        created_at: expect.any(Date),
        ranks: { vector: 1, lexical: 1, exact: null },
      },
    ]);
  });

  it.each(['ENG-12', 'eng-12 login', '10482', 'anna@acme.example'])('puts what names %s first', async (query) => {
    await fill(
      ...Array.from(
        { length: 20 },
        (_, i) => `ENG team login login note ${i}: 104 821 acme example anna, please look at it.`,
      ),
      'Please see ENG-12, invoice 10482, or write to Anna@Acme.example about it.',
    );
    const { results } = await find(query);
    expect(results[0]).toMatchObject({ text: expect.stringContaining('ENG-12'), ranks: { exact: 1 } });
    expect(results[1]?.ranks.exact ?? null).toBeNull();
  });

  it('finds an issue by an identifier that its text does not say', async () => {
    await parts.write(project, [
      sourceText('Login fails for users with two accounts in one workspace.', {
        source_kind: 'issue',
        source_id: 'uuid',
        identifiers: ['ENG-77'],
      }),
    ]);
    await parts.embed(project);
    expect((await find('what about eng-77?')).results[0]).toMatchObject({
      source_kind: 'issue',
      source_id: 'uuid',
      ranks: { exact: 1 },
    });
  });

  it('finds an issue of a repository by its name', async () => {
    await parts.write(project, [
      sourceText('Login fails for users with two accounts.', {
        source_kind: 'issue',
        source_id: 'acme/site#12',
        identifiers: ['acme/site#12'],
      }),
    ]);
    await parts.embed(project);
    expect((await find('what about acme/site#12?')).results[0]).toMatchObject({
      source_id: 'acme/site#12',
      ranks: { exact: 1 },
    });
  });

  it('lets rarer words win, and never searches for stop words', async () => {
    await fill(
      ...Array.from({ length: 30 }, (_, i) => `The project report of week ${i} is in the folder of the project.`),
      'The zebra crossing in front of the office will be repainted.',
    );
    expect((await textsOf('project zebra report', { mode: 'lexical' }))[0]).toContain('zebra');
    expect(await textsOf('the of in is', { mode: 'lexical' })).toEqual([]);
    expect(await textsOf('и в на что', { mode: 'lexical' })).toEqual([]);
  });

  it.each<SearchMode>(['hybrid', 'vector', 'lexical'])(
    'shows equal texts once and still fills the list, in mode %s',
    async (mode) => {
      const thanks = 'Thank you for contacting us, invoice questions are answered within a day.';
      await fill(
        ...Array.from({ length: 150 }, () => thanks),
        ...Array.from({ length: 12 }, (_, i) => `Another invoice question, number ${i} of this year.`),
      );
      const texts = await textsOf('invoice questions', { mode });
      expect(texts).toHaveLength(10);
      expect(new Set(texts).size).toBe(10);
    },
  );

  it('reads the active project only', async () => {
    await fill('The invoice for January will be paid by our accountant on Friday.');
    const mine = project;
    project = await newProject(test);
    await fill(
      ...Array.from({ length: 50 }, (_, i) => `The invoice ${1000 + i} for January will be paid by our accountant.`),
    );
    const theirs = project;
    project = mine;
    for (const mode of ['hybrid', 'vector', 'lexical'] as const) {
      const { results } = await find('invoice 1001 January accountant', { mode, topK: 50 });
      expect(results).toHaveLength(1);
    }
    project = theirs;
    expect((await find('invoice', { topK: 50 })).results).toHaveLength(50);
  });

  it('narrows by every filter', async () => {
    const text = (i: number) => `Invoice question number ${i} about the landing page.`;
    const day = (n: number) => new Date(Date.UTC(2026, 1, n));
    await parts.write(project, [
      sourceText(text(1), { source_kind: 'note', source_id: 'n1', sender: null, occurred_at: day(1) }),
      sourceText(text(2), { sender: 'team', occurred_at: day(2) }),
      sourceText(text(3), { conversation_global_id: 'cw:1:9', occurred_at: day(3) }),
      sourceText(text(4), { occurred_at: day(4) }),
    ]);
    await parts.embed(project);
    const numbers = async (filter: object) =>
      (await textsOf('invoice question', { filter })).map((found) => Number(/\d/.exec(found)?.[0])).sort();
    expect(await numbers({})).toEqual([1, 2, 3, 4]);
    expect(await numbers({ source_kind: 'note' })).toEqual([1]);
    expect(await numbers({ sender: 'team' })).toEqual([2]);
    expect(await numbers({ conversation: 'cw:1:9' })).toEqual([3]);
    expect(await numbers({ from: day(2), to: day(3) })).toEqual([2, 3]);
    expect(await numbers({ from: day(5) })).toEqual([]);
  });

  it('takes any query without an error', async () => {
    await fill('The invoice for January will be paid by our accountant on Friday.');
    for (const query of [
      "' & | ! :* <-> \\",
      '((',
      '\\',
      "O'Neil\\",
      '\u0000',
      '😀',
      'a'.repeat(4000),
      'x & y '.repeat(600),
    ]) {
      for (const mode of ['hybrid', 'lexical', 'vector'] as const)
        await expect(find(query, { mode })).resolves.toMatchObject({ degraded: false });
    }
  });

  it('says which step is missing when there is nothing to find', async () => {
    expect(await find('invoice')).toMatchObject({ results: [], hint: expect.stringContaining('no chunks') });
    await parts.write(project, [sourceText('The invoice for January will be paid by our accountant.')]);
    expect(await find('invoice')).toMatchObject({
      results: [{ sender: 'client', distance: null }],
      degraded: true,
      reason: expect.stringContaining('words alone'),
      hint: expect.stringContaining('POST /jobs/embeddings/run'),
    });
    expect(await find('invoice', { mode: 'lexical' })).toMatchObject({ results: [{ sender: 'client' }], hint: null });
    await parts.embed(project);
    expect(await find('nothing like this', { mode: 'lexical' })).toMatchObject({ results: [], hint: null });
  });

  describe('with a provider', () => {
    let sandbox: Sandbox;
    let clock: OwnClock;
    beforeAll(async () => {
      sandbox = await startSandbox({ empty: true });
    });
    afterAll(() => sandbox.close());
    beforeEach(async () => {
      sandbox.faults.clear();
      clock = new OwnClock();
      parts = searchParts(
        test,
        {
          OPENAI_API_KEY: 'sk-test',
          OPENAI_BASE_URL: `${sandbox.url}/v1`,
          OPENAI_TIMEOUT_MS: String(HANG_LIMIT_MS),
        },
        clock,
      );
      await fill('The invoice for January will be paid by our accountant on Friday.');
      sandbox.requests.reset();
    });

    it('asks once for the same query', async () => {
      await find('invoice');
      await find('invoice', { topK: 3 });
      expect(sandbox.requests.count('POST /v1/embeddings')).toBe(1);
    });

    it.each(['hang', 'drop', 'rate_limit', 'status'] as const)(
      'answers from words when it is down (%s), without asking it every time',
      async (kind) => {
        // What hangs is too late; the others tell that they are down.
        sandbox.faults.add({ vendor: 'openai', kind, hit: () => kind === 'hang' && clock.passDeadlines() });
        for (const mode of ['hybrid', 'vector'] as const) {
          expect(await find('invoice of January', { mode })).toMatchObject({
            degraded: true,
            reason: expect.any(String),
            embedding_model: null,
            results: [{ distance: null, ranks: { vector: null, lexical: 1 } }],
          });
        }
        for (let i = 0; i < 5; i++) await find(`invoice number ${i}`);
        expect(sandbox.requests.count('POST /v1/embeddings')).toBe(1);
      },
    );
  });
});

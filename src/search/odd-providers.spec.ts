import { OwnClock } from '../../test/support/own-clock.js';
import { sound, startOddProvider, vectorOf, type Asked, type OddProvider } from '../../test/support/odd-provider.js';
import { cureOf } from './domain/setting-cure.js';
import type { EmbedOutcome } from './embedder.js';
import { OpenaiEmbedder, type OpenaiSettings } from './openai.embedder.js';

const DIM = 16;
const POISON = 'this text is poison';
const texts = Array.from({ length: 12 }, (_, i) => (i === 7 ? POISON : `a good text of number ${i}`));
const good = texts.filter((text) => text !== POISON);
const signal = new AbortController().signal;
const answerOf = (asked: Asked) => sound(asked, DIM);
const has = ({ input }: Asked) => input.includes(POISON);
const error = (status: number, body: unknown) => ({ status, body });

describe('servers that speak the protocol in their own way', () => {
  let provider: OddProvider;
  let clock: OwnClock;
  beforeAll(async () => {
    provider = await startOddProvider();
  });
  afterAll(() => provider.close());
  beforeEach(() => {
    provider.asked.length = 0;
    provider.answers = answerOf;
    clock = new OwnClock();
  });

  const embed = (
    given: readonly string[],
    { isolate = true, ...more }: Partial<OpenaiSettings> & { isolate?: boolean } = {},
  ) =>
    new OpenaiEmbedder(
      {
        name: 'a-model',
        dim: DIM,
        apiKey: 'sk-test',
        baseUrl: provider.url,
        timeoutMs: 20_000,
        batchSize: 100,
        ...more,
      },
      clock,
    ).embed(given, { signal, isolate });
  const kinds = ({ texts: answers }: EmbedOutcome) =>
    answers.map((answer) => (answer === null ? 'open' : Object.keys(answer)[0]));
  const directionOf = (vector: readonly number[]) => vector.map((value) => (value / Math.hypot(...vector)).toFixed(4));
  const expectOwnVectors = ({ texts: answers }: EmbedOutcome, given: readonly string[]) =>
    answers.forEach((answer, at) => {
      const { vector } = answer as { vector: number[] };
      expect(directionOf(vector)).toEqual(directionOf(vectorOf(given[at]!, DIM)));
    });

  /** What a server does with a batch that holds the one text. */
  const spoils: Record<string, (asked: Asked) => ReturnType<OddProvider['answers']>> = {
    'nulls for a vector': (asked) => {
      const { body } = answerOf(asked);
      asked.input.forEach((text, at) => {
        if (text === POISON) body.data[at]!['embedding'] = new Array(DIM).fill(null);
      });
      return { body };
    },
    'no vector at all': (asked) => {
      const { body } = answerOf(asked);
      return { body: { data: body.data.map((row, at) => (asked.input[at] === POISON ? { index: at } : row)) } };
    },
    'a vector of another length': (asked) => {
      const { body } = answerOf(asked);
      asked.input.forEach((text, at) => {
        if (text === POISON) body.data[at]!['embedding'] = [1, 2, 3];
      });
      return { body };
    },
    'NaN, which is no JSON': () => ({ body: '{"data":[{"index":0,"embedding":[NaN,NaN]}]}' }),
    'an error of its own': () => error(500, { error: { message: 'Internal Server Error' } }),
    silence: () => {
      setImmediate(() => clock.passDeadlines());
      return null;
    },
  };

  it.each(Object.keys(spoils))('%s for one text costs the others nothing', async (how) => {
    provider.answers = (asked) => (has(asked) ? spoils[how]!(asked) : answerOf(asked));
    const outcome = await embed(texts);
    expect(outcome.failure).toBeNull();
    expect(kinds(outcome)).toEqual(texts.map((text) => (text === POISON ? 'spoilt' : 'vector')));
    expectOwnVectors({ ...outcome, texts: outcome.texts.filter((_, at) => texts[at] !== POISON) }, good);
  });

  it.each([
    ['400', error(400, { error: { message: 'input is empty', param: 'input' } })],
    ['413', error(413, { error: { message: 'the input is too long' } })],
    ['a content filter', error(400, { error: { message: 'The prompt was filtered', code: 'content_filter' } })],
  ])('%s for one text rejects that one alone', async (_, refusal) => {
    provider.answers = (asked) => (has(asked) ? refusal : answerOf(asked));
    const outcome = await embed(texts, { isolate: false });
    expect(outcome.failure).toBeNull();
    expect(kinds(outcome)).toEqual(texts.map((text) => (text === POISON ? 'rejected' : 'vector')));
  });

  it.each([
    ['an outage', error(503, '<html>Service Unavailable</html>')],
    ['a broken body', { body: '{"data":[{"ind' }],
  ])('%s is not taken for bad texts', async (_, answer) => {
    provider.answers = () => answer;
    const outcome = await embed(texts);
    expect(outcome.texts.every((one) => one === null)).toBe(true);
    expect(outcome.failure).toMatchObject({ kind: 'unavailable' });
    // One way down to a single text, and one plain text: an outage isn't asked for every text.
    expect(provider.asked.length).toBeLessThanOrEqual(6);
  });

  it.each<[string, ReturnType<OddProvider['answers']>, string, string]>([
    [
      'an unknown model',
      error(400, { error: { message: 'Invalid model name', param: 'None' } }),
      'model',
      'EMBEDDING_MODEL',
    ],
    [
      'a field it does not know',
      error(422, { detail: [{ loc: ['body', 'encoding_format'], msg: 'Extra inputs' }] }),
      '',
      'EMBEDDING_MODEL',
    ],
    ['an unpaid account', error(402, { error: { message: 'Insufficient credits' } }), 'money', 'Pay the account'],
    [
      'no quota',
      error(429, { error: { message: 'You exceeded it', type: 'insufficient_quota' } }),
      'money',
      'Pay the account',
    ],
    [
      'a wrong key',
      error(401, { error: { message: 'Incorrect API key provided: sk-abcdefgh1234' } }),
      'key',
      'OPENAI_API_KEY',
    ],
    ['a wrong path', error(404, { detail: 'Not Found' }), 'address', 'OPENAI_BASE_URL'],
    [
      'dimensions it cannot be asked for',
      error(400, { error: { message: 'does not support dimensions', param: 'dimensions' } }),
      'dimension',
      'EMBEDDING_DIM',
    ],
  ])('%s is a setting to correct, and no text is given up', async (_, answer, fault, named) => {
    provider.answers = () => answer;
    const outcome = await embed(texts, { isolate: false });
    expect(outcome.texts.every((one) => one === null)).toBe(true);
    expect(outcome.failure).toMatchObject({ kind: 'refused' });
    expect(outcome.failure?.fault ?? '').toBe(fault);
    expect(outcome.failure?.reason).not.toContain('abcdefgh');
    expect(cureOf(outcome.failure?.fault)).toContain(named);
  });

  it.each<[string, (row: Record<string, unknown>, at: number) => Record<string, unknown>]>([
    ['leaves index out where it is 0', ({ index, ...row }) => (index === 0 ? row : { index, ...row })],
    ['leaves index out', ({ index: _, ...row }) => row],
    ['says index 0 for all', (row) => ({ ...row, index: 0 })],
  ])('a server that %s gives each text its vector by the order', async (_, change) => {
    provider.answers = (asked) => ({ body: { data: answerOf(asked).body.data.map(change) } });
    const outcome = await embed(good);
    expect(outcome.failure).toBeNull();
    expectOwnVectors(outcome, good);
    expectOwnVectors(await embed(['one query alone']), ['one query alone']);
  });

  it('honours indexes of another order', async () => {
    provider.answers = (asked) => ({ body: { data: answerOf(asked).body.data.reverse() } });
    expectOwnVectors(await embed(good), good);
  });

  it('takes base64 from a server that sends it whatever it is asked for', async () => {
    const base64 = (row: Record<string, unknown>) =>
      Buffer.from(new Float32Array(row['embedding'] as number[]).buffer).toString('base64');
    provider.answers = (asked) => ({
      body: { data: answerOf(asked).body.data.map((row) => ({ ...row, embedding: base64(row) })) },
    });
    expectOwnVectors(await embed(good), good);
  });

  it.each<[string, (asked: Asked) => unknown]>([
    ['fewer vectors than texts', (asked) => ({ data: answerOf(asked).body.data.slice(1) })],
    [
      'vectors in vectors',
      (asked) => ({ data: answerOf(asked).body.data.map((row) => ({ ...row, embedding: [row['embedding']] })) }),
    ],
    [
      'zeros alone',
      (asked) => ({ data: asked.input.map((_, index) => ({ index, embedding: new Array<number>(DIM).fill(0) })) }),
    ],
  ])('%s: nothing wrong is kept', async (_, body) => {
    provider.answers = (asked) => ({ body: body(asked) });
    const outcome = await embed(good);
    expect(outcome.texts.every((one) => one === null)).toBe(true);
    expect(outcome.failure).toMatchObject({ kind: 'unavailable' });
  });

  it('names the address where a page answers', async () => {
    provider.answers = () => ({ body: '<!doctype html><title>Welcome</title>' });
    expect((await embed(texts)).failure?.reason).toContain('OPENAI_BASE_URL');
  });

  it.each([
    ['with a status inside', { error: { message: 'the model is loading', code: 503 } }],
    ['as a text', { error: 'the model is loading' }],
  ])('passes on an error that is sent as success, %s', async (_, body) => {
    provider.answers = () => ({ body });
    const { failure } = await embed(texts);
    expect(failure).toMatchObject({ kind: 'unavailable', reason: expect.stringContaining('the model is loading') });
  });

  it('names both lengths where they differ', async () => {
    provider.answers = (asked) => sound(asked, 24);
    const { failure } = await embed(texts);
    expect(failure).toMatchObject({ kind: 'refused', fault: 'dimension' });
    expect(failure?.reason).toMatch(/24 .*16/);
  });

  it.each<[string, number, OpenaiSettings['askDimensions'], number | undefined]>([
    ['openai/text-embedding-3-large', 256, undefined, 256],
    ['text-embedding-3-small', 1536, undefined, undefined],
    ['Qwen3-Embedding-8B', 1024, undefined, undefined],
    ['Qwen3-Embedding-8B', 1024, 'always', 1024],
    ['text-embedding-3-large', 256, 'never', undefined],
  ])('asks %s for %i numbers (%s): %s', async (name, dim, askDimensions, dimensions) => {
    provider.answers = (asked) => sound(asked, dim);
    await embed(['one text'], { name, dim, ...(askDimensions && { askDimensions }) });
    expect(provider.asked.at(-1)?.dimensions).toBe(dimensions);
  });
});

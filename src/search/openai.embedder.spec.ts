import { OwnClock } from '../../test/support/own-clock.js';
import { REJECT_MARKER, startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import type { EmbedOutcome } from './embedder.js';
import { OpenaiEmbedder, type OpenaiSettings } from './openai.embedder.js';

const signal = new AbortController().signal;

describe('OpenaiEmbedder', () => {
  let sandbox: Sandbox;
  let clock: OwnClock;
  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true });
  });
  afterAll(() => sandbox.close());
  beforeEach(() => {
    sandbox.faults.clear();
    sandbox.requests.reset();
    clock = new OwnClock();
  });

  const embedder = (more: Partial<OpenaiSettings> = {}) =>
    new OpenaiEmbedder(
      {
        name: 'text-embedding-3-small',
        dim: 32,
        apiKey: 'sk-test',
        baseUrl: `${sandbox.url}/v1`,
        timeoutMs: 20_000,
        batchSize: 100,
        ...more,
      },
      clock,
    );
  const requests = () => sandbox.requests.count('POST /v1/embeddings');
  const kinds = ({ texts }: EmbedOutcome) =>
    texts.map((text) => (text === null ? 'open' : 'vector' in text ? 'vector' : 'rejected'));

  it('gives each text its vector, in batches, in order', async () => {
    const texts = Array.from({ length: 25 }, (_, i) => `text number ${i}`);
    const outcome = await embedder({ batchSize: 10 }).embed(texts, { signal });
    expect(outcome.failure).toBeNull();
    expect(requests()).toBe(3);
    const [alone] = (await embedder().embed([texts[13]!], { signal })).texts;
    expect(outcome.texts[13]).toEqual(alone);
    expect(alone).toHaveProperty('vector.length', 32);
  });

  it('puts vectors where their index says', async () => {
    const texts = ['one', 'two', 'three', 'four'];
    const inOrder = await embedder().embed(texts, { signal });
    sandbox.faults.add({ vendor: 'openai', kind: 'reorder_rows' });
    expect(await embedder().embed(texts, { signal })).toEqual(inOrder);
  });

  it('stays within the provider’s token limits', async () => {
    const outcome = await embedder({ batchSize: 2048 }).embed(
      Array.from({ length: 60 }, () => 'слово '.repeat(6000)),
      { signal },
    );
    expect(outcome.failure).toBeNull();
    expect(new Set(kinds(outcome))).toEqual(new Set(['vector']));
  });

  it('asks for a dimension only where the model can be asked', async () => {
    expect(
      (await embedder({ name: 'text-embedding-ada-002', dim: 1536 }).embed(['a text'], { signal })).failure,
    ).toBeNull();
    expect(
      (await embedder({ name: 'text-embedding-ada-002', dim: 512 }).embed(['a text'], { signal })).failure,
    ).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('EMBEDDING_DIM'),
    });
  });

  it('lets only the culprit fail', async () => {
    const texts = Array.from({ length: 64 }, (_, i) => (i === 41 ? `bad ${REJECT_MARKER}` : `text ${i}`));
    const outcome = await embedder().embed(texts, { signal });
    expect(outcome.failure).toBeNull();
    expect(kinds(outcome).flatMap((kind, at) => (kind === 'vector' ? [] : [[at, kind]]))).toEqual([[41, 'rejected']]);
    expect(requests()).toBeLessThanOrEqual(1 + 2 * 6);
  });

  it('takes a wrong dimension for a wrong setting, not for bad texts', async () => {
    const outcome = await embedder({ dim: 4000 }).embed(['a', 'b'], { signal });
    expect(outcome).toMatchObject({ texts: [null, null], failure: { kind: 'refused' } });
    expect(requests()).toBe(1);
  });

  it.each([
    ['429', { kind: 'rate_limit', retryAfter: 7 }, 'unavailable', 7000],
    ['429 slow_down', { kind: 'rate_limit', code: 'slow_down' }, 'unavailable', null],
    ['429 insufficient_quota', { kind: 'rate_limit', code: 'insufficient_quota', retryAfter: 7 }, 'refused', null],
    ['429 project_spend_limit_exceeded', { kind: 'rate_limit', code: 'project_spend_limit_exceeded' }, 'refused', null],
    ['408', { kind: 'status', status: 408 }, 'unavailable', null],
    ['409', { kind: 'status', status: 409 }, 'unavailable', null],
    ['500', { kind: 'status', status: 500 }, 'unavailable', null],
    ['503 with a wait', { kind: 'status', status: 503, retryAfter: 90 }, 'unavailable', 90_000],
    ['401', { kind: 'status', status: 401 }, 'refused', null],
    ['403', { kind: 'status', status: 403 }, 'refused', null],
    ['404', { kind: 'status', status: 404 }, 'refused', null],
    ['a dropped connection', { kind: 'drop' }, 'unavailable', null],
    ['silence', { kind: 'hang' }, 'unavailable', null],
    ['a broken body', { kind: 'cut_json' }, 'unavailable', null],
    ['a login page', { kind: 'html' }, 'unavailable', null],
    ['a vector that is none', { kind: 'bad_shape' }, 'unavailable', null],
  ] as const)('%s', async (_, fault, kind, retryAfterMs) => {
    sandbox.faults.add({ vendor: 'openai', ...fault, hit: () => fault.kind === 'hang' && clock.passDeadlines() });
    const { texts, failure } = await embedder().embed(['one', 'two'], { signal });
    expect(texts).toEqual([null, null]);
    expect(failure).toMatchObject({ kind, retryAfterMs });
    expect(requests()).toBe(1);
  });

  it('stops at once when it is told to', async () => {
    const stop = new AbortController();
    sandbox.faults.add({ vendor: 'openai', kind: 'hang', hit: () => stop.abort() });
    const outcome = await embedder().embed(['one'], { signal: stop.signal });
    expect(outcome).toMatchObject({ texts: [null], failure: { kind: 'aborted' } });
  });

  it('never repeats a key that a provider repeats', async () => {
    sandbox.faults.add({
      vendor: 'openai',
      kind: 'status',
      status: 401,
      body: { error: { message: 'Incorrect API key provided: sk-abcdefgh1234.', code: 'invalid_api_key' } },
    });
    const { failure } = await embedder().embed(['one'], { signal });
    expect(failure?.reason).toContain('invalid_api_key');
    expect(failure?.reason).not.toContain('abcdefgh');
  });
});

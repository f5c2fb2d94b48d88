import { JoinedEmbedder } from '../joined.embedder.js';
import { EnglishModel } from './english-model.js';
import type { SentenceModel } from './sentence-model.js';

const signal = new AbortController().signal;
const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, at) => sum + value * b[at]!, 0);

describe('the English sentence model', () => {
  const model = new EnglishModel();
  afterAll(() => model.close());

  it('puts sentences of one meaning nearer than sentences of shared words', async () => {
    const [asked, meant, worded] = await model.embed([
      'When will you transfer the money?',
      'The payment goes out on Friday.',
      'When will you transfer the domain?',
    ]);
    expect(asked).toHaveLength(512);
    expect(cosine(asked!, asked!)).toBeCloseTo(1, 3);
    expect(cosine(asked!, meant!)).toBeGreaterThan(0.3);
    const [other] = await model.embed(['The cat sleeps in the garden.']);
    expect(cosine(asked!, meant!)).toBeGreaterThan(cosine(asked!, other!));
    expect(cosine(asked!, worded!)).toBeLessThan(0.99);
  });

  it('gives the same vector alone and among others, and in any order', async () => {
    const [alone] = await model.embed(['The invoice is paid.']);
    const [, among] = await model.embed([
      'A long sentence that has nothing to do with it at all.',
      'The invoice is paid.',
    ]);
    expect(cosine(alone!, among!)).toBeCloseTo(1, 4);
  });

  it('tells those who wait that its thread ended, and begins another for the next', async () => {
    const waiting = model.embed(['A text that is never read.']);
    await Promise.all([expect(waiting).rejects.toThrow('ended'), model.close()]);
    expect(await model.embed(['The invoice is paid.'])).toHaveLength(1);
  });

  it.each([
    ['The invoice is paid.', 1],
    ['Счёт оплачен, спасибо.', 0],
    ['Счёт для Acme оплачен, спасибо.', 0],
    ['12:30', 0],
  ])('knows the language of %j: %d', (text, known) => {
    expect(model.knows(text)).toBe(known);
  });

  it('makes joined vectors of length 1 of any text, at any length that may be set', async () => {
    for (const dim of [64, 1024, 1536]) {
      const { texts, failure } = await new JoinedEmbedder(dim, model).embed(
        ['The invoice is paid.', 'Счёт оплачен.', ''],
        { signal },
      );
      expect(failure).toBeNull();
      for (const text of texts.slice(0, 2)) {
        const { vector } = text as { vector: number[] };
        expect(vector).toHaveLength(dim);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
    }
  });
});

describe('joined vectors', () => {
  const broken: SentenceModel = {
    dim: 4,
    knows: () => 1,
    embed: () => Promise.reject(new Error('the thread of the sentence model has ended')),
  };

  it('are missing for now, and no text is given up, where the model can’t be had', async () => {
    expect(await new JoinedEmbedder(64, broken).embed(['one', 'two'], { signal })).toEqual({
      texts: [null, null],
      failure: {
        kind: 'unavailable',
        reason: 'the sentence model of this machine gave no vectors: the thread of the sentence model has ended',
        retryAfterMs: null,
      },
    });
  });

  it('stop being waited for when they are told to', async () => {
    const stop = new AbortController();
    const silent: SentenceModel = { ...broken, embed: () => new Promise(() => setImmediate(() => stop.abort())) };
    expect(await new JoinedEmbedder(64, silent).embed(['one'], { signal: stop.signal })).toMatchObject({
      texts: [null],
      failure: { kind: 'aborted' },
    });
  });
});

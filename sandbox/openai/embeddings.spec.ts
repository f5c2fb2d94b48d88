import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SandboxClient } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';

const model = 'text-embedding-3-small';

describe('OpenAI embeddings', () => {
  let sandbox: Sandbox;
  let client: SandboxClient;

  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true });
    client = new SandboxClient(sandbox);
  });
  afterAll(() => sandbox.close());

  const cosine = (a: number[], b: number[]): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

  it('gives unit vectors in the order of the inputs, nearer the more words they share', async () => {
    const input = [
      'the second invoice was paid',
      'invoice two is paid',
      'согласовали макет главной',
      'макеты главной согласованы',
    ];
    const { body, headers } = await client.embed({ model, input });
    const [a, b, c, d] = body.data.map((row: { embedding: number[] }) => row.embedding);
    expect(body.data.map((row: { index: number }) => row.index)).toEqual([0, 1, 2, 3]);
    expect(a).toHaveLength(1536);
    expect(cosine(a, a)).toBeCloseTo(1, 5);
    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c) + 0.2);
    expect(cosine(c, d)).toBeGreaterThan(0.2);
    expect(body.usage).toEqual({ prompt_tokens: 26, total_tokens: 26 });
    expect(headers.get('x-ratelimit-remaining-tokens')).toBe('4999974');
  });

  it('encodes base64 as little-endian float32 and honours dimensions', async () => {
    const plain = (await client.embed({ model, input: 'same text', dimensions: 64 })).body.data[0].embedding;
    const { body } = await client.embed({ model, input: 'same text', dimensions: 64, encoding_format: 'base64' });
    const bytes = Buffer.from(body.data[0].embedding, 'base64');
    const decoded = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
    expect(decoded).toHaveLength(64);
    decoded.forEach((value, i) => expect(value).toBeCloseTo(plain[i], 6));
  });

  it.each([
    ['an empty text', { model, input: ['a', ''] }, 400, null],
    ['no input', { model, input: [] }, 400, null],
    ['too many inputs', { model, input: Array.from({ length: 2049 }, () => 'a') }, 400, null],
    ['a long text', { model, input: 'x'.repeat(8192 * 4 + 1) }, 400, null],
    [
      'too many tokens',
      {
        model,
        input: Array.from({ length: 10 }, () => 'x'.repeat(32_000)).concat(
          Array.from({ length: 28 }, () => 'y'.repeat(32_000)),
        ),
      },
      400,
      'max_tokens_per_request',
    ],
    ['a marked text', { model, input: ['fine', 'please [[reject]] me'] }, 400, null],
    ['too many dimensions', { model, input: 'a', dimensions: 1537 }, 400, null],
    ['dimensions of a fixed model', { model: 'text-embedding-ada-002', input: 'a', dimensions: 8 }, 400, null],
    ['an unknown model', { model: 'word2vec', input: 'a' }, 404, 'model_not_found'],
  ])('refuses %s', async (_name, body, status, code) => {
    const answer = await client.embed(body);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(answer.body.error.message).not.toBe('');
  });

  it('asks for a key', async () => {
    const answer = await client.request('/v1/embeddings', { method: 'POST', body: '{}' });
    expect([answer.status, answer.body.error.code]).toEqual([401, 'invalid_api_key']);
  });
});

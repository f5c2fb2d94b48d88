import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, SandboxClient } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';

const schema = {
  type: 'object',
  properties: { title: { type: 'string' } },
  required: ['title'],
  additionalProperties: false,
};
const format = (json_schema: object) => ({ type: 'json_schema', json_schema });
const request = {
  model: 'gpt-5.4-mini',
  messages: [{ role: 'user', content: JSON.stringify({ of: { title: 'Hello' } }) }],
  response_format: format({ name: 'wording', strict: true, schema }),
};

describe('OpenAI chat completions', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ empty: true });
  });
  afterAll(() => sandbox.close());

  const complete = (body: object, key = 'sk-any'): Promise<Answer> =>
    new SandboxClient(sandbox).request('/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify(body),
    });

  it('answers with one choice that has what the schema asks for', async () => {
    const { status, body } = await complete(request);
    expect([status, body.object, body.choices[0].finish_reason]).toEqual([200, 'chat.completion', 'stop']);
    expect(JSON.parse(body.choices[0].message.content)).toEqual({ title: 'In short: Hello' });
  });

  it.each<[string, object, number, string | null]>([
    ['an unknown model', { ...request, model: 'gpt-none' }, 404, null],
    ['no messages', { ...request, messages: [] }, 400, 'messages'],
    ['a role that there is not', { ...request, messages: [{ role: 'boss', content: 'a' }] }, 400, 'messages'],
    [
      'an open schema',
      {
        ...request,
        response_format: format({ name: 'a', strict: true, schema: { ...schema, additionalProperties: true } }),
      },
      400,
      'response_format',
    ],
    [
      'an optional property',
      { ...request, response_format: format({ name: 'a', strict: true, schema: { ...schema, required: [] } }) },
      400,
      'response_format',
    ],
  ])('refuses %s', async (_, body, status, param) => {
    const answer = await complete(body);
    expect([answer.status, answer.body.error.param]).toEqual([status, param]);
  });

  it('asks for a key', async () => {
    expect((await complete(request, '')).status).toBe(401);
  });
});

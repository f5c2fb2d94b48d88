import { type Exchange, jsonObject, type Reply, type Route } from '../http/exchange.js';
import type { ChatModel } from './chat-model.js';
import { readChatRequest } from './chat-request.js';
import { estimateTokens, readEmbeddingRequest } from './embedding-request.js';
import { problem } from './problems.js';
import { textVector, toBase64 } from './vector.js';

const REQUESTS_PER_MINUTE = 5000;
const TOKENS_PER_MINUTE = 5_000_000;

/** @returns POST /v1/embeddings and /v1/chat/completions of an OpenAI-compatible server; any key opens it */
export function openaiRoutes(chat: ChatModel): Route[] {
  let served = 0;
  const answer = (tokens: number, body: object): Reply => {
    served += 1;
    return { status: 200, body, headers: rateLimitHeaders(tokens, served) };
  };
  const embed = (exchange: Exchange): Reply => {
    const request = readEmbeddingRequest(bodyOf(exchange));
    const data = request.texts.map((text, index) => {
      const vector = textVector(text, request.dimensions);
      return { object: 'embedding', index, embedding: request.base64 ? toBase64(vector) : [...vector] };
    });
    const usage = { prompt_tokens: request.tokens, total_tokens: request.tokens };
    return answer(request.tokens, { object: 'list', data, model: request.model, usage });
  };
  const complete = (exchange: Exchange): Reply => {
    const request = readChatRequest(bodyOf(exchange));
    const reply = chat.reply(request);
    const content = 'content' in reply ? reply.content : 'cut' in reply ? reply.cut : null;
    const prompt_tokens = estimateTokens(request.messages.map((message) => message.content).join(''));
    const completion_tokens = estimateTokens(content ?? '');
    const choice = {
      index: 0,
      message: { role: 'assistant', content, refusal: 'refusal' in reply ? reply.refusal : null },
      logprobs: null,
      finish_reason: 'cut' in reply ? 'length' : 'stop',
    };
    return answer(prompt_tokens, {
      id: `chatcmpl-sandbox-${served}`,
      object: 'chat.completion',
      created: 0,
      model: request.model,
      choices: [choice],
      usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens },
    });
  };
  return [
    { method: 'POST', template: '/v1/embeddings', vendor: 'openai', handle: embed },
    { method: 'POST', template: '/v1/chat/completions', vendor: 'openai', handle: complete },
  ];
}

function bodyOf(exchange: Exchange): Record<string, unknown> {
  if (!/^bearer\s+\S/i.test(exchange.headers.authorization ?? ''))
    throw problem(401, "You didn't provide an API key.", { code: 'invalid_api_key' });
  const body = jsonObject(exchange);
  if (!body) throw problem(400, 'We could not parse the JSON body of your request.');
  return body;
}

/** The budget is refilled at once, so these never run out by themselves; the fault 'rate_limit' is for that. */
function rateLimitHeaders(tokens: number, served: number): Record<string, string> {
  return {
    'x-request-id': `req_sandbox_${served}`,
    'x-ratelimit-limit-requests': String(REQUESTS_PER_MINUTE),
    'x-ratelimit-limit-tokens': String(TOKENS_PER_MINUTE),
    'x-ratelimit-remaining-requests': String(REQUESTS_PER_MINUTE - 1),
    'x-ratelimit-remaining-tokens': String(TOKENS_PER_MINUTE - tokens),
    'x-ratelimit-reset-requests': '12ms',
    'x-ratelimit-reset-tokens': `${Math.ceil((tokens / TOKENS_PER_MINUTE) * 60_000)}ms`,
  };
}

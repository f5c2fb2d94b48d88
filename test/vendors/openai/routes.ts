import { type Exchange, jsonObject, type Reply, type Route } from '../http/exchange.js';
import { readEmbeddingRequest } from './embedding-request.js';
import { problem } from './problems.js';
import { textVector, toBase64 } from './vector.js';

const REQUESTS_PER_MINUTE = 5000;
const TOKENS_PER_MINUTE = 5_000_000;

/** @returns POST /v1/embeddings of an OpenAI-compatible server; any key opens it */
export function openaiRoutes(): Route[] {
  let served = 0;
  const embed = (exchange: Exchange): Reply => {
    if (!/^bearer\s+\S/i.test(exchange.headers.authorization ?? '')) {
      throw problem(401, "You didn't provide an API key.", { code: 'invalid_api_key' });
    }
    const body = jsonObject(exchange);
    if (!body) throw problem(400, 'We could not parse the JSON body of your request.');
    const request = readEmbeddingRequest(body);
    const data = request.texts.map((text, index) => {
      const vector = textVector(text, request.dimensions);
      return { object: 'embedding', index, embedding: request.base64 ? toBase64(vector) : [...vector] };
    });
    served += 1;
    const usage = { prompt_tokens: request.tokens, total_tokens: request.tokens };
    return {
      status: 200,
      body: { object: 'list', data, model: request.model, usage },
      headers: rateLimitHeaders(request.tokens, served),
    };
  };
  return [{ method: 'POST', template: '/v1/embeddings', vendor: 'openai', handle: embed }];
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

import { problem } from './problems.js';

const DEFAULT_DIMENSIONS: Record<string, number> = {
  'text-embedding-3-small': 1536,
  'text-embedding-3-large': 3072,
  'text-embedding-ada-002': 1536,
};

const MAX_INPUTS = 2048;
const MAX_TOKENS_PER_INPUT = 8192;
const MAX_TOKENS_PER_REQUEST = 300_000;

/** A text with this in it makes the vendor refuse the whole request: for testing that one bad text fails alone. */
export const REJECT_MARKER = '[[reject]]';

export interface EmbeddingRequest {
  model: string;
  texts: string[];
  tokens: number;
  dimensions: number;
  base64: boolean;
}

/** A rough but monotone estimate; a real tokenizer would be a dependency for little gain. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 4);

/**
 * @returns the request with defaults filled in
 * @throws the vendor's 400 or 404
 */
export function readEmbeddingRequest(body: Record<string, unknown>): EmbeddingRequest {
  const model = body['model'];
  if (typeof model !== 'string' || model === '') throw problem(400, 'you must provide a model parameter');
  const standard = Object.hasOwn(DEFAULT_DIMENSIONS, model) ? DEFAULT_DIMENSIONS[model] : undefined;
  if (standard === undefined) {
    throw problem(404, `The model \`${model}\` does not exist or you do not have access to it.`, {
      code: 'model_not_found',
    });
  }
  const texts = readInput(body['input']);
  const format = body['encoding_format'] ?? 'float';
  if (format !== 'float' && format !== 'base64') {
    throw problem(400, `Invalid value: ${JSON.stringify(format)}. Supported values are: 'float' and 'base64'.`, {
      param: 'encoding_format',
    });
  }
  const dimensions = readDimensions(body['dimensions'], model, standard);
  return { model, texts, tokens: countTokens(texts), dimensions, base64: format === 'base64' };
}

function readInput(input: unknown): string[] {
  const texts: unknown[] = Array.isArray(input) ? input : [input];
  if (texts.length === 0) throw invalidInput();
  if (texts.length > MAX_INPUTS) {
    throw problem(400, `'$.input' is invalid: at most ${MAX_INPUTS} inputs per request, got ${texts.length}`, {
      param: 'input',
    });
  }
  for (const text of texts) if (typeof text !== 'string' || text === '') throw invalidInput();
  const strings = texts as string[];
  if (strings.some((text) => text.includes(REJECT_MARKER)))
    throw problem(400, 'This input can not be embedded.', { param: 'input' });
  return strings;
}

const invalidInput = (): Error =>
  problem(400, "'$.input' is invalid. Please check the API reference.", { param: 'input' });

function readDimensions(value: unknown, model: string, standard: number): number {
  if (value === undefined || value === null) return standard;
  if (model === 'text-embedding-ada-002')
    throw problem(400, 'This model does not support specifying dimensions.', { param: 'dimensions' });
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > standard) {
    throw problem(400, `Invalid value for 'dimensions': it must be an integer from 1 to ${standard}.`, {
      param: 'dimensions',
    });
  }
  return value;
}

function countTokens(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) {
    const tokens = estimateTokens(text);
    if (tokens > MAX_TOKENS_PER_INPUT) {
      const message = `This model's maximum context length is ${MAX_TOKENS_PER_INPUT} tokens, however you requested ${tokens} tokens.`;
      throw problem(400, message, { param: 'input' });
    }
    sum += tokens;
  }
  if (sum > MAX_TOKENS_PER_REQUEST) {
    const message = `Requested ${sum} tokens, max ${MAX_TOKENS_PER_REQUEST} tokens per request`;
    throw problem(400, message, { type: 'max_tokens_per_request', code: 'max_tokens_per_request' });
  }
  return sum;
}

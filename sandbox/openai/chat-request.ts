import { isRecord } from '../http/exchange.js';
import { problem } from './problems.js';

/** Chat models that this vendor has. */
const MODELS = new Set(['gpt-5.4-mini', 'gpt-5.4', 'gpt-4o-mini']);
const ROLES = new Set(['system', 'developer', 'user', 'assistant']);

export interface ChatRequest {
  model: string;
  messages: { role: string; content: string }[];
  /** Properties that a strict schema asks for; null: any text will do. */
  properties: string[] | null;
}

/**
 * @returns the request as far as this vendor looks at it
 * @throws the vendor's 400 or 404
 */
export function readChatRequest(body: Record<string, unknown>): ChatRequest {
  const { model, messages } = body;
  if (typeof model !== 'string' || model === '') throw problem(400, 'you must provide a model parameter');
  if (!MODELS.has(model)) {
    const message = `The model \`${model}\` does not exist or you do not have access to it.`;
    throw problem(404, message, { code: 'model_not_found' });
  }
  if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage))
    throw problem(400, "Invalid value for 'messages'.", { param: 'messages' });
  return { model, messages, properties: readProperties(body['response_format']) };
}

const isMessage = (value: unknown): value is ChatRequest['messages'][number] =>
  isRecord(value) && ROLES.has(String(value['role'])) && typeof value['content'] === 'string';

/** A strict schema has to close its object and to require every property of it. */
function readProperties(format: unknown): string[] | null {
  if (format === undefined || (isRecord(format) && format['type'] === 'text')) return null;
  const wanted = isRecord(format) && isRecord(format['json_schema']) ? format['json_schema'] : null;
  const schema = wanted && isRecord(wanted['schema']) ? wanted['schema'] : null;
  const properties = schema && isRecord(schema['properties']) ? Object.keys(schema['properties']) : null;
  const required = schema ? schema['required'] : null;
  if (!wanted || !/^[\w-]{1,64}$/.test(String(wanted['name'])) || wanted['strict'] !== true || !schema || !properties)
    throw invalidSchema('it must be a strict schema with a name');
  if (schema['additionalProperties'] !== false) throw invalidSchema("'additionalProperties' must be false");
  if (!Array.isArray(required) || properties.some((name) => !required.includes(name)))
    throw invalidSchema("'required' must name every property");
  return properties;
}

const invalidSchema = (why: string): Error =>
  problem(400, `Invalid schema for response_format: ${why}.`, { param: 'response_format' });

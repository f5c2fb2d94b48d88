import { isRecord } from '../http/exchange.js';
import type { ChatRequest } from './chat-request.js';

/** What a model says, or that it declines, or that its time was up in the middle of a word. */
export type ChatReply = { content: string } | { refusal: string } | { cut: string };

/** The model behind the chat endpoint; a test may put another one in its place. */
export interface ChatModel {
  reply: (request: ChatRequest) => ChatReply;
}

/**
 * A stand-in for a model that does as it is asked: it gives back the texts of the object it was sent that the schema
 * asks for, sentences as they are and a word of its own before them.
 */
export function obedient({ messages, properties }: ChatRequest): ChatReply {
  const last = messages.at(-1)?.content ?? '';
  if (properties === null) return { content: last };
  const found = textsOf(JSON.parse(last), properties);
  return { content: JSON.stringify(Object.fromEntries(properties.map((name) => [name, withWord(found[name] ?? '')]))) };
}

const withWord = (text: string) => (/\p{Script=Cyrillic}/u.test(text) ? `Итак: ${text}` : `In short: ${text}`);

/** The first object inside that has all of these as texts. */
function textsOf(value: unknown, names: readonly string[]): Record<string, string> {
  if (!isRecord(value)) return {};
  if (names.every((name) => typeof value[name] === 'string')) return value as Record<string, string>;
  for (const inner of Object.values(value)) {
    const found = textsOf(inner, names);
    if (Object.keys(found).length > 0) return found;
  }
  return {};
}

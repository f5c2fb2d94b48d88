import { z } from 'zod';
import type { OpenaiFailure, Rejection } from './openai-failure.js';

/** An answer as far as it is read: what servers that only imitate the protocol leave out may be missing. */
const ANSWER = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/**
 * The JSON that a chat model answers with, undefined where its words are not JSON; or why it has none.
 * @param who what the provider is called in reasons, such as `the phrasing provider`
 */
export function chatAnswer(answer: unknown, who: string): { json: unknown } | OpenaiFailure | Rejection {
  const read = ANSWER.safeParse(answer);
  const choice = read.success ? read.data.choices[0] : undefined;
  if (!choice) return { kind: 'unavailable', reason: `${who}’s answer has no words`, retryAfterMs: null };
  if (choice.message.refusal) return { kind: 'rejected', reason: 'the model declined' };
  if (choice.finish_reason === 'length') return { kind: 'rejected', reason: 'the model’s answer was cut off' };
  return { json: jsonOf(choice.message.content ?? '') };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

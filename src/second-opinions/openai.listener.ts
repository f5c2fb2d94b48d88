import type { Clock } from '../common/clock.js';
import type { HeardType } from '../kag-events/index.js';
import {
  chatAnswer,
  openaiClient,
  understandOpenaiError,
  type OpenaiAccess,
  type OpenaiClient,
  type OpenaiFailure,
} from '../openai/index.js';
import { ANSWER_SCHEMA, answersIn, INSTRUCTIONS, questionOf, type Doubt } from './question.js';

const WHO = 'the model of DETECTORS';
/** A reasoning model's thoughts count too. */
const MAX_TOKENS = 6_000;

/** What was heard in each text; or why nothing was: `rejected` is about these texts, the rest about the provider. */
export type HeardTexts = { says: HeardType[][] } | { kind: 'rejected'; reason: string } | OpenaiFailure;

/** OpenAI's chat models, or those of a server that speaks its protocol at the configured address. */
export class OpenaiListener {
  private readonly client: OpenaiClient;
  private readonly timeoutMs: number;

  constructor(
    readonly model: string,
    access: OpenaiAccess,
    private readonly clock: Clock,
  ) {
    this.client = openaiClient(access);
    this.timeoutMs = access.timeoutMs;
  }

  /** Asks about several texts at once. Nothing of them is in any reason that is told. */
  async listen(doubts: readonly Doubt[], signal: AbortSignal): Promise<HeardTexts> {
    const deadline = this.clock.deadline(this.timeoutMs);
    try {
      const completion = await this.client.chat.completions.create(
        {
          model: this.model,
          messages: [
            { role: 'system', content: INSTRUCTIONS },
            { role: 'user', content: questionOf(doubts) },
          ],
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'labels', strict: true, schema: ANSWER_SCHEMA },
          },
          max_completion_tokens: MAX_TOKENS,
        },
        { signal: AbortSignal.any([signal, deadline]) },
      );
      return heardIn(completion, doubts);
    } catch (error) {
      return understandOpenaiError(error, { who: WHO, signal, deadline, now: this.clock.now() });
    }
  }
}

function heardIn(completion: unknown, doubts: readonly Doubt[]): HeardTexts {
  const reply = chatAnswer(completion, WHO);
  if (!('json' in reply)) return reply;
  const says = answersIn(reply.json, doubts);
  return says ? { says } : { kind: 'rejected', reason: 'the model’s answer is not one for each message' };
}

import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { z } from 'zod';
import type { Clock } from '../../common/clock.js';
import {
  openaiClient,
  understandOpenaiError,
  type OpenaiAccess,
  type OpenaiClient,
  type OpenaiFailure,
} from '../../openai/index.js';
import { instructions, type Question } from '../domain/phrasing/question.js';
import type { Phraser, PhraseOutcome } from './phraser.js';

const WHO = 'the phrasing provider';
/** A reasoning model's thoughts count too. */
const MOST_TOKENS = 4000;
/** So many failures in a row, of whichever project, and nobody asks for so long: each would wait out its deadline. */
const FAILURES = 3;
const REST_MS = 60_000;

const text = z.string().trim();
const WORDING = z.strictObject({ title: text, rationale: text, why_now: text, suggested_template: text });
/** What its answer is to look like. */
export const ANSWER_SCHEMA = z.toJSONSchema(z.strictObject(WORDING.shape), { io: 'input' });

/** What has the circuit count a failure. */
class Unavailable extends Error {
  constructor(readonly failure: OpenaiFailure) {
    super(failure.reason);
  }
}

/** OpenAI's chat models, or those of a server that speaks its protocol at the configured address. */
export class OpenaiPhraser implements Phraser {
  private readonly client: OpenaiClient;
  private readonly timeoutMs: number;
  private readonly circuit = circuitBreaker(
    handleWhen((error) => error instanceof Unavailable),
    { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES) },
  );

  constructor(
    readonly model: string,
    access: OpenaiAccess,
    private readonly clock: Clock,
  ) {
    this.client = openaiClient(access);
    this.timeoutMs = access.timeoutMs;
  }

  async phrase(question: Question, signal: AbortSignal): Promise<PhraseOutcome> {
    try {
      return await this.circuit.execute(async () => {
        const outcome = await this.ask(question, signal);
        if ('kind' in outcome && outcome.kind === 'unavailable') throw new Unavailable(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof Unavailable) return error.failure;
      if (!(error instanceof BrokenCircuitError)) throw error;
      const reason = `${WHO} failed ${FAILURES} times in a row and is left alone for ${REST_MS / 1000} s`;
      return { kind: 'unavailable', reason, retryAfterMs: REST_MS };
    }
  }

  private async ask({ locale, ...question }: Question, signal: AbortSignal): Promise<PhraseOutcome> {
    const deadline = this.clock.deadline(this.timeoutMs);
    try {
      const answer = await this.client.chat.completions.create(
        {
          model: this.model,
          messages: [
            { role: 'system', content: instructions(locale) },
            // JSON, so that no text in it can end its own quotation.
            { role: 'user', content: JSON.stringify(question) },
          ],
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'wording', strict: true, schema: ANSWER_SCHEMA },
          },
          max_completion_tokens: MOST_TOKENS,
        },
        { signal: AbortSignal.any([signal, deadline]) },
      );
      return read(answer);
    } catch (error) {
      return understandOpenaiError(error, { who: WHO, signal, deadline, now: this.clock.now() });
    }
  }
}

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

function read(answer: unknown): PhraseOutcome {
  const read = ANSWER.safeParse(answer);
  const choice = read.success ? read.data.choices[0] : undefined;
  if (!choice) return { kind: 'unavailable', reason: `${WHO}’s answer has no words`, retryAfterMs: null };
  const { finish_reason, message } = choice;
  if (message.refusal) return rejected('the model declined');
  if (finish_reason === 'length') return rejected('the model’s answer was cut off');
  const wording = WORDING.safeParse(jsonOf(message.content ?? ''));
  return wording.success ? { wording: wording.data } : rejected('the model’s answer is not the four texts');
}

const rejected = (reason: string): PhraseOutcome => ({ kind: 'rejected', reason });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { z } from 'zod';
import type { Clock } from '../../common/clock.js';
import {
  chatAnswer,
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
const MAX_TOKENS = 4000;
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
          max_completion_tokens: MAX_TOKENS,
        },
        { signal: AbortSignal.any([signal, deadline]) },
      );
      return read(answer);
    } catch (error) {
      return understandOpenaiError(error, { who: WHO, signal, deadline, now: this.clock.now() });
    }
  }
}

function read(answer: unknown): PhraseOutcome {
  const reply = chatAnswer(answer, WHO);
  if (!('json' in reply)) return reply;
  const wording = WORDING.safeParse(reply.json);
  return wording.success
    ? { wording: wording.data }
    : { kind: 'rejected', reason: 'the model’s answer is not the four texts' };
}

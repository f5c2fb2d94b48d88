import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';

/**
 * Why a request that was not to blame came to nothing: `unavailable` passes by itself (outage, rate limit, network),
 * `refused` needs a person (key, quota, model), `aborted` was our own wish.
 */
export interface OpenaiFailure {
  kind: 'unavailable' | 'refused' | 'aborted';
  /** For people; names no key. */
  reason: string;
  /** Milliseconds the provider asked to wait; null when it did not say. */
  retryAfterMs: number | null;
  /** What of the configuration is at fault, where the answer tells. */
  fault?: SettingFault;
  /** Whether what was sent may be what the provider stumbles over; not so where it says that it has too much to do. */
  stumbled?: boolean;
}

/** A part of the configuration that a person corrects. */
export type SettingFault = 'key' | 'money' | 'address' | 'model' | 'dimension';

/** A text, or one among several, that the provider will not take. */
export interface Rejection {
  kind: 'rejected';
  reason: string;
}

/** A wait longer than this is not taken at its word: the next run asks again. */
const LONGEST_WAIT_MS = 30 * 60_000;

const SETTINGS = ['dimensions', 'model', 'encoding_format', 'response_format', 'max_completion_tokens'];

/** Codes of 429 that no waiting heals (docs/contract/vendors.md#openai). */
const OUT_OF_MONEY = new Set([
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
]);

/**
 * What an error of the `openai` client means for the texts that were sent. Anything unknown counts as passing.
 * @param signal whose abort was our own wish; `deadline` is the request's
 * @param who what the provider is called in reasons, such as `the embeddings provider`
 */
export function understandOpenaiError(
  error: unknown,
  { who, signal, deadline, now }: { who: string; signal: AbortSignal; deadline: AbortSignal; now: Date },
): OpenaiFailure | Rejection {
  if (signal.aborted) return { kind: 'aborted', reason: 'stopped', retryAfterMs: null };
  if (deadline.aborted || error instanceof APIConnectionTimeoutError) return stumbling(`${who} did not answer in time`);
  if (error instanceof APIConnectionError) return stumbling(`${who} could not be reached: ${innermost(error)}`);
  if (!(error instanceof APIError)) return stumbling(`${who}'s answer could not be read: ${textOf(error)}`);
  return understandAnswer(error as APIError, who, now);
}

/** What the provider said, by status and code. */
function understandAnswer(error: APIError, who: string, now: Date): OpenaiFailure | Rejection {
  const said = `${who} answered ${error.status ?? 'nothing'}${error.code ? ` ${error.code}` : ''}: ${textOf(error)}`;
  const refused = (fault?: SettingFault): OpenaiFailure => ({
    kind: 'refused',
    reason: said,
    retryAfterMs: null,
    ...(fault && { fault }),
  });
  switch (error.status ?? 0) {
    case 400:
    case 413:
    case 422:
      return isAboutSettings(error) ? refused(faultOf(error)) : { kind: 'rejected', reason: said };
    case 401:
    case 403:
      return refused('key');
    case 402:
      return refused('money');
    case 404:
      return refused(isAboutModel(error) ? 'model' : 'address');
    case 405:
      return refused('address');
    case 429:
      if (error.type === 'insufficient_quota' || OUT_OF_MONEY.has(error.code ?? '')) return refused('money');
      return unavailable(said, waitOf(error.headers, now));
    default: {
      const wait = waitOf(error.headers, now);
      return wait === null ? stumbling(said) : unavailable(said, wait);
    }
  }
}

const unavailable = (reason: string, retryAfterMs: number | null = null): OpenaiFailure => ({
  kind: 'unavailable',
  reason,
  retryAfterMs,
});

const stumbling = (reason: string): OpenaiFailure => ({ ...unavailable(reason), stumbled: true });

/** What a refusal of the settings is about, by its words; undefined where they do not tell. */
export function faultIn(text: string): SettingFault | undefined {
  if (/dimension/i.test(text)) return 'dimension';
  if (/\b(model|deployment)\b/i.test(text)) return 'model';
  if (/\b(billing|credits?|balance|payment|unpaid|quota|subscription|overdue)\b/i.test(text)) return 'money';
  if (/\b(api.?key|token is|unauthori[sz]ed|credentials)\b/i.test(text)) return 'key';
  return undefined;
}

const faultOf = (error: APIError): SettingFault | undefined => faultIn(`${error.param ?? ''} ${error.message}`);

/** A missing route is a 404 too; the answer of a missing model names the model. */
const isAboutModel = (error: APIError): boolean =>
  error.code === 'model_not_found' || error.param === 'model' || /\b(model|deployment)\b/i.test(error.message);

/** A wrong setting, such as the model, is wrong for every text: failing them one by one would spoil them all. */
function isAboutSettings(error: APIError): boolean {
  return SETTINGS.includes(error.param ?? '') || /dimension/i.test(error.message);
}

/** Milliseconds that `retry-after-ms` or `retry-after` (seconds or an HTTP date) asks for. */
function waitOf(headers: Headers | undefined, now: Date): number | null {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const text = headers?.get('retry-after');
  const seconds = Number(text ?? Number.NaN);
  const wait = Number.isFinite(ms)
    ? ms
    : Number.isFinite(seconds)
      ? seconds * 1000
      : Date.parse(text ?? '') - now.getTime();
  return Number.isFinite(wait) && wait >= 0 ? Math.min(wait, LONGEST_WAIT_MS) : null;
}

/** What broke the connection: the client says "Connection error." and keeps the reason inside. */
function innermost(error: Error): string {
  return error.cause instanceof Error ? innermost(error.cause) : textOf(error);
}

/** Never longer than a line, and without what looks like a key: a provider may repeat the one it was given. */
export function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 300).replace(/\bsk-[\w*-]+/g, 'sk-…');
}

/** The error that an answer of status 200 holds, where it says of what status it would be; null where it holds none. */
export function errorInAnswer(answer: unknown): Error | null {
  const { error } = (answer ?? {}) as { error?: { code?: unknown; status?: unknown } };
  const status = [error?.status, error?.code].map(Number).find((one) => one >= 400 && one < 600);
  return status === undefined ? null : APIError.generate(status, answer as object, undefined, new Headers());
}

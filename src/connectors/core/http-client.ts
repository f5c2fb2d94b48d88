import { ExponentialBackoff, handleWhen, retry, type IRetryBackoffContext } from 'cockatiel';
import { errorText } from '../../common/app-error.js';
import { SystemClock, type Clock } from '../../common/clock.js';
import { hostOf, pinnedFetch } from '../../common/pinned-fetch.js';
import { HIDDEN } from '../domain/redact.js';
import { refusal } from './refusal.js';
import { LONGEST_TEXTS, parseBody, parseIfJson, readBody, readCutBody, type ReadBody } from './response-body.js';
import { SyncError } from './sync-error.js';
import type { SharedReads } from './shared-reads.js';
import type { VendorAnswer, VendorDialect, VendorHttp, VendorRequest } from './vendor-http.js';

/** What a client needs to know of its vendor and of the process it lives in. */
export interface HttpClientOptions {
  vendor: string;
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  /** A secret in the headers, such as the token. No message shows it. */
  secret?: string;
  timeoutMs: number;
  /** Default: the system's. */
  clock?: Clock;
  /** Bytes of an answer at most; by default `LONGEST_ANSWER_BYTES`. */
  longestAnswer?: number;
  /** First wait between tries; doubles with full jitter. */
  retryBaseMs: number;
  signal: AbortSignal;
  /** Waits for the rate budget; called before every try. */
  admit: () => Promise<void>;
  /** The vendor said 429 to the last try too: wait for this many seconds before asking. */
  block: (seconds: number) => Promise<void>;
  observe: (status: string) => void;
  dialect?: VendorDialect;
  /** Says which settings to look at where the vendor has nothing at an address, or a page for people. */
  look?: string;
  /** Where answers are shared among syncs, under whose name, and whether this one wants its own all the same. */
  shared?: { reads: SharedReads; sourceKey: string; fresh: boolean };
}

const TRIES = 4;
const LONGEST_WAIT_MS = 10_000;
/** What is shorter is part of other words. */
const SHORTEST_SECRET = 8;
/** Where a vendor gives no Retry-After, its window is taken for a minute (docs/contract/vendors.md#chatwoot). */
const DEFAULT_BLOCK_SECONDS = 60;

/** A failed try that another may mend. */
class Retryable extends Error {
  constructor(
    readonly error: SyncError,
    readonly retryAfterMs: number | null,
  ) {
    super(error.message);
  }
}

interface RawAnswer {
  sentAt: number;
  status: number;
  headers: Record<string, string>;
  body: ReadBody;
}

interface Received {
  answer: VendorAnswer;
  bytes: number;
}

/** HTTP to one vendor source. See `VendorHttp` for what it promises. */
export class HttpClient implements VendorHttp {
  private sent = 0;
  private readonly clock: Clock;
  private readonly fetch: typeof fetch;

  constructor(private readonly options: HttpClientOptions) {
    this.clock = options.clock ?? new SystemClock();
    this.fetch = pinnedFetch([hostOf(options.baseUrl)]);
  }

  get requests(): number {
    return this.sent;
  }

  async json(request: VendorRequest): Promise<VendorAnswer> {
    try {
      return await this.answer(request);
    } catch (error) {
      throw this.withoutSecret(error);
    }
  }

  /** Vendors, and what stands before them, may repeat what was sent. */
  private withoutSecret(error: unknown): unknown {
    const { secret = '' } = this.options;
    if (!(error instanceof SyncError) || secret.length < SHORTEST_SECRET) return error;
    if (!error.message.includes(secret)) return error;
    return new SyncError(error.kind, error.message.replaceAll(secret, HIDDEN), error.options);
  }

  private async answer(request: VendorRequest): Promise<VendorAnswer> {
    const { shared } = this.options;
    if (!shared || !request.shared) return (await this.withRetries(request)).answer;
    const key = JSON.stringify([shared.sourceKey, request.method, this.url(request).href, request.body ?? null]);
    return shared.reads.read(key, shared.fresh, () => this.withRetries(request));
  }

  private async withRetries(request: VendorRequest): Promise<Received> {
    if (request.writes) return this.trying(request, null, 1);
    let tooLarge: unknown = null;
    for (const longestText of [null, ...LONGEST_TEXTS]) {
      try {
        return await this.trying(request, longestText);
      } catch (error) {
        if (!(error instanceof SyncError) || error.options.tooLarge !== true || request.divisible) throw error;
        tooLarge = error;
      }
    }
    throw tooLarge;
  }

  /** @param longestText from where on texts are cut, where the answer was too large before; null: nothing is cut */
  private async trying(request: VendorRequest, longestText: number | null, tries = TRIES): Promise<Received> {
    const backoff = new ExponentialBackoff<IRetryBackoffContext<unknown>>({
      initialDelay: this.options.retryBaseMs,
      maxDelay: LONGEST_WAIT_MS,
    });
    const policy = retry(
      handleWhen((error) => error instanceof Retryable),
      { maxAttempts: tries - 1, backoff },
    );
    let last: Retryable | null = null;
    try {
      return await policy.execute(async () => {
        // The policy has waited its own jittered time; a vendor that asked for longer gets longer, within reason.
        if (last?.retryAfterMs)
          await this.clock.wait(Math.min(last.retryAfterMs, LONGEST_WAIT_MS), this.options.signal);
        try {
          return await this.once(request, longestText);
        } catch (error) {
          if (error instanceof Retryable) last = error;
          throw error;
        }
      });
    } catch (error) {
      if (!(error instanceof Retryable)) throw error;
      if (error.error.kind === 'rate_limited')
        await this.options.block(error.error.options.retryAfterSeconds ?? DEFAULT_BLOCK_SECONDS);
      throw error.error;
    }
  }

  private async once(request: VendorRequest, longestText: number | null): Promise<Received> {
    const { signal, timeoutMs, longestAnswer } = this.options;
    await this.options.admit();
    signal.throwIfAborted();
    this.sent++;
    const deadline = this.clock.deadline(timeoutMs);
    const where = `${this.options.vendor} ${request.method} ${request.template}`;
    const sentAt = Date.now();
    let received: RawAnswer;
    try {
      const response = await this.fetch(this.url(request), {
        method: request.method,
        headers: {
          accept: 'application/json',
          ...this.options.headers,
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: request.body === undefined ? null : JSON.stringify(request.body),
        // A redirect could carry the token to another host.
        redirect: 'manual',
        signal: AbortSignal.any([signal, deadline]),
      });
      received = {
        sentAt,
        body:
          longestText === null
            ? await readBody(response, where, longestAnswer)
            : await readCutBody(response, where, longestAnswer, longestText),
        headers: Object.fromEntries(response.headers),
        status: response.status,
      };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SyncError) {
        this.options.observe(error.kind);
        throw error;
      }
      const kind = deadline.aborted ? 'timeout' : 'network';
      this.options.observe(kind);
      const text = deadline.aborted ? `no complete answer within ${timeoutMs} ms` : causeText(error);
      throw new Retryable(new SyncError(kind, `${where}: ${text}`, { cause: error }), null);
    }
    return this.understand(request, where, received);
  }

  /** The answer, or the failure that its body or its status tells. */
  private async understand(request: VendorRequest, where: string, received: RawAnswer): Promise<Received> {
    const {
      sentAt,
      status,
      headers,
      body: { text, bytes },
    } = received;
    const { dialect, look = null } = this.options;
    const ok = status >= 200 && status < 300;
    if (ok) this.options.observe(String(status));
    const body = ok ? parseBody(text, where, look) : parseIfJson(text);
    const exhausted = dialect?.exhausted?.(headers, Date.now()) ?? null;
    if (exhausted !== null) await this.options.block(exhausted);
    // A 404 of the address itself is not the vendor's answer: something else stands there.
    const nowhere = (status === 404 || status === 410) && look !== null && !isOfOneRecord(request);
    const failure = (nowhere ? null : dialect?.failure?.({ status, headers, body })) ?? null;
    // GitHub and Attio answer 403 to too many requests: that is no refused token, so it counts as 429.
    if (!ok) this.options.observe(failure?.kind === 'rate_limited' ? '429' : String(status));
    if (failure) {
      const { kind, message, retry: again, retryAfterSeconds, tooMuch, forbidden = false } = failure;
      const error = new SyncError(kind, `${where}: ${message}`, {
        status,
        forbidden,
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
        ...(tooMuch ? { tooLarge: true } : {}),
      });
      throw again ? new Retryable(error, retryAfterSeconds === undefined ? null : retryAfterSeconds * 1000) : error;
    }
    if (ok) return { answer: { status, headers, body, sentAt }, bytes };
    const absent = dialect?.isAbsence?.(body) ?? (typeof body === 'object' && body !== null);
    const refused = refusal(where, status, headers, text, isOfOneRecord(request) ? null : look, absent);
    throw refused.retry ? new Retryable(refused.error, refused.retryAfterMs) : refused.error;
  }

  private url({ path, query }: VendorRequest): URL {
    const url = new URL(`${this.options.baseUrl}${path}`);
    for (const [key, value] of Object.entries(query ?? {}))
      if (value !== undefined) url.searchParams.set(key, String(value));
    return url;
  }
}

/** A template with an id names one record, which may be gone at any time. */
const isOfOneRecord = ({ template }: VendorRequest): boolean => template.includes(':');

/** fetch hides why it failed in the error's cause. */
function causeText(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? errorText(error) : `${errorText(error)} (${errorText(cause)})`;
}

import { ExponentialBackoff, handleWhen, retry, type IRetryBackoffContext } from 'cockatiel';
import { errorText } from '../../common/app-error.js';
import { wait } from '../../common/wait.js';
import { readJson } from './response-body.js';
import { SyncError } from './sync-error.js';
import type { VendorAnswer, VendorHttp, VendorRequest } from './vendor-http.js';

/** What a client needs to know of its vendor and of the process it lives in. */
export interface HttpClientOptions {
  vendor: string;
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  timeoutMs: number;
  /** First wait between tries; doubles with full jitter. */
  retryBaseMs: number;
  signal: AbortSignal;
  /** Waits for the rate budget; called before every try. */
  admit: () => Promise<void>;
  /** The vendor said 429 to the last try too: nobody should ask for this many seconds. */
  block: (seconds: number) => Promise<void>;
  observe: (status: string) => void;
}

const TRIES = 4;
const LONGEST_WAIT_MS = 10_000;
const RETRIED = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Where a vendor gives no Retry-After, its window is taken for a minute (vendor-apis: Chatwoot's limit is per minute). */
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

/** HTTP to one vendor source. See `VendorHttp` for what it promises. */
export class HttpClient implements VendorHttp {
  private sent = 0;

  constructor(private readonly options: HttpClientOptions) {}

  get requests(): number {
    return this.sent;
  }

  async json(request: VendorRequest): Promise<VendorAnswer> {
    const backoff = new ExponentialBackoff<IRetryBackoffContext<unknown>>({
      initialDelay: this.options.retryBaseMs,
      maxDelay: LONGEST_WAIT_MS,
    });
    const policy = retry(
      handleWhen((error) => error instanceof Retryable),
      { maxAttempts: TRIES - 1, backoff },
    );
    let last: Retryable | null = null;
    try {
      return await policy.execute(async () => {
        // The policy has waited its own jittered time; a vendor that asked for longer gets longer, within reason.
        if (last?.retryAfterMs) await wait(Math.min(last.retryAfterMs, LONGEST_WAIT_MS), this.options.signal);
        try {
          return await this.once(request);
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

  private async once(request: VendorRequest): Promise<VendorAnswer> {
    const { signal } = this.options;
    await this.options.admit();
    signal.throwIfAborted();
    this.sent++;
    const deadline = AbortSignal.timeout(this.options.timeoutMs);
    let response: Response;
    try {
      response = await fetch(this.url(request), {
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
      if (response.ok) {
        const body = await readJson(response, this.where(request));
        this.options.observe(String(response.status));
        return { status: response.status, headers: Object.fromEntries(response.headers), body };
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SyncError) {
        this.options.observe(error.kind);
        throw error;
      }
      const kind = deadline.aborted ? 'timeout' : 'network';
      this.options.observe(kind);
      const text = deadline.aborted ? `no complete answer within ${this.options.timeoutMs} ms` : causeText(error);
      throw new Retryable(new SyncError(kind, `${this.where(request)}: ${text}`, { cause: error }), null);
    }
    this.options.observe(String(response.status));
    throw await this.refusal(request, response);
  }

  private async refusal(request: VendorRequest, response: Response): Promise<Error> {
    const { status } = response;
    const words = (await response.text().catch(() => '')).replace(/\s+/g, ' ').slice(0, 200);
    const told = `${this.where(request)} answered ${status}${words === '' ? '' : `: ${words}`}`;
    const retryAfterMs = retryAfter(response.headers.get('retry-after'));
    const options = { status, ...(retryAfterMs === null ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) }) };
    if (status === 401 || status === 403)
      return new SyncError('auth', `${told}. Check the token and what it may read.`, options);
    if (status === 404 || status === 410) return new SyncError('gone', told, options);
    if (status >= 300 && status < 400)
      return new SyncError('config', `${told}. The base URL redirects elsewhere; name the final one.`, options);
    const kind = status === 429 ? 'rate_limited' : status === 408 ? 'timeout' : 'vendor_error';
    const error = new SyncError(kind, told, options);
    return RETRIED.has(status) || status >= 500 ? new Retryable(error, retryAfterMs) : error;
  }

  private url({ path, query }: VendorRequest): URL {
    const url = new URL(`${this.options.baseUrl}${path}`);
    for (const [key, value] of Object.entries(query ?? {}))
      if (value !== undefined) url.searchParams.set(key, String(value));
    return url;
  }

  private where({ method, template }: VendorRequest): string {
    return `${this.options.vendor} ${method} ${template}`;
  }
}

/** Milliseconds that a Retry-After asks for, given as seconds or as an HTTP date; null when it can't be understood. */
export function retryAfter(header: string | null, now: number = Date.now()): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** fetch hides why it failed in the error's cause. */
function causeText(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? errorText(error) : `${errorText(error)} (${errorText(cause)})`;
}

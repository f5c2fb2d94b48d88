import { ApiProblem } from './api-problem.js';
import { readCookie } from './cookies.js';
import type { AnswerOf, BodyOf, OperationId } from './published.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Sending<Body = object> {
  body?: Body;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

interface Kept {
  etag: string;
  answer: Record<string, unknown>;
}

const DEADLINE_MS = 20_000;
const MAX_KEPT = 20;

/** The server's routes, called as the signed-in user: cookies go along, and so does the CSRF token of each change. */
export class Api {
  private csrfCookie: string | null = null;
  /** Answers that the server has named, by path: it sends them again only where they have changed. */
  private readonly kept = new Map<string, Kept>();

  /** @param root where the server's routes begin, with a slash at the end */
  constructor(readonly root: URL) {}

  /**
   * What an operation of the published document answers, which the caller names by its id.
   * @throws ApiProblem when the server refuses, fails, or does not answer within 20 s
   */
  send<Id extends OperationId>(method: Method, path: string, sending: Sending<BodyOf<Id>> = {}): Promise<AnswerOf<Id>> {
    return this.call(method, path, sending);
  }

  /** As `send`, without a body. */
  get<Id extends OperationId>(path: string, signal?: AbortSignal): Promise<AnswerOf<Id>> {
    return this.call('GET', path, signal ? { signal } : {});
  }

  /**
   * The answer of a route that is known at run time only, or that is not in the document: the caller vouches for its
   * shape.
   * @throws ApiProblem as `send`
   */
  async call<T>(method: Method, path: string, sending: Sending = {}): Promise<T> {
    try {
      return (await this.once(method, path, sending)) as T;
    } catch (error) {
      // The cookie was lost, or another tab signed in meanwhile: the server tells the token anew, once.
      if (!(error instanceof ApiProblem && error.code === 'csrf_invalid')) throw error;
      await this.once('GET', 'auth/me');
      return (await this.once(method, path, sending)) as T;
    }
  }

  /** What goes into x-csrf-token; null while signed out, when it is not needed. */
  async csrfToken(): Promise<string | null> {
    const known = this.csrfCookie && readCookie(document.cookie, this.csrfCookie);
    if (known) return known;
    await this.once('GET', 'auth/me');
    return this.csrfCookie && readCookie(document.cookie, this.csrfCookie);
  }

  private async once(method: Method, path: string, { body, headers, signal }: Sending = {}): Promise<unknown> {
    const token = method === 'GET' ? null : await this.csrfToken();
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const known = method === 'GET' ? this.kept.get(path) : undefined;
    const response = await answered(
      fetch(new URL(path, this.root), {
        method,
        credentials: 'same-origin',
        headers: {
          accept: 'application/json',
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(token ? { 'x-csrf-token': token } : {}),
          ...(known ? { 'if-none-match': known.etag } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      }),
    );
    if (response.status === 304 && known) return known.answer;
    const answer = await read(response);
    if (method === 'GET') this.keep(path, response, answer);
    if (typeof answer['csrf_cookie_name'] === 'string') this.csrfCookie = answer['csrf_cookie_name'];
    if (response.ok) return answer;
    throw new ApiProblem(
      response.status,
      textOr(answer['error'], 'unreadable'),
      textOr(answer['message'], `The server answered ${response.status}`),
      response.headers.get('x-request-id'),
      answer['details'],
    );
  }

  private keep(path: string, { ok, headers }: Response, answer: Record<string, unknown>): void {
    const etag = ok ? headers.get('etag') : null;
    this.kept.delete(path);
    if (etag === null) return;
    this.kept.set(path, { etag, answer });
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > MAX_KEPT) this.kept.delete(oldest);
  }
}

async function answered(sent: Promise<Response>): Promise<Response> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, 'unreachable', 'The server does not answer. Is it running, and is the network there?');
  }
}

async function read(response: Response): Promise<Record<string, unknown>> {
  try {
    return (await response.json()) as Record<string, unknown>;
  } catch {
    // A proxy in between answers in HTML.
    throw new ApiProblem(
      response.status,
      'unreadable',
      `The answer (${response.status}) is not the server’s own; a proxy in between may be failing`,
    );
  }
}

const textOr = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);

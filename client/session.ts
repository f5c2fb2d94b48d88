/** How a request goes out; the global `fetch`, unless a test or an app has its own. */
export type Fetch = (request: Request) => Promise<Response>;

export interface SessionOptions {
  fetch?: Fetch;
  /**
   * Where the server keeps the CSRF token, if `CSRF_COOKIE_NAME` is set there; `csrf_cookie_name` of the login's answer
   * tells. Unset: under the names that servers use by themselves.
   */
  csrfCookie?: string;
  /** After which a request is given up; longer than any wait that `Prefer` may ask for. */
  deadlineMs?: number;
}

const DEADLINE_MS = 70_000;
/** In production and elsewhere. */
const CSRF_COOKIES = ['__Host-csrf_token', 'csrf_token'];
const READS = new Set(['GET', 'HEAD']);

/**
 * Sends requests as one signed-in user: with the session's cookie and, where something changes, the CSRF header. In a
 * browser the cookies are the browser's; elsewhere they are kept here.
 * @throws DOMException `TimeoutError` after the deadline.
 */
export function sessionFetch({
  fetch = (request) => globalThis.fetch(request),
  csrfCookie,
  deadlineMs = DEADLINE_MS,
}: SessionOptions): Fetch {
  const page = (globalThis as { document?: { cookie: string } }).document;
  const jar = new CookieJar();
  return async (request) => {
    const headers = new Headers(request.headers);
    const cookies = page ? page.cookie : jar.text;
    const token = (csrfCookie === undefined ? CSRF_COOKIES : [csrfCookie])
      .map((name) => cookieOf(cookies, name))
      .find((value) => value !== undefined);
    if (token !== undefined && !READS.has(request.method)) headers.set('x-csrf-token', token);
    if (!page && jar.text !== '') headers.set('cookie', jar.text);
    const response = await fetch(
      new Request(request, {
        headers,
        credentials: 'include',
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(deadlineMs)]),
      }),
    );
    if (!page) jar.keep(response.headers.getSetCookie());
    return response;
  };
}

/** The cookies of one server, as it set them last. */
class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** As the `cookie` header has them. */
  get text(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name, value, rest] = /^([^=;]+)=([^;]*)(.*)$/.exec(line) ?? [];
      if (name === undefined || value === undefined) continue;
      const expires = /;\s*expires=([^;]+)/i.exec(rest ?? '')?.[1];
      const over = /;\s*max-age=(?:0|-\d+)/i.test(rest ?? '') || (expires && Date.parse(expires) <= Date.now());
      if (over) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function cookieOf(text: string, name: string): string | undefined {
  const found = text.split('; ').find((cookie) => cookie.startsWith(`${name}=`));
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}

import { wait } from '../src/common/wait.js';

/** A run as the API shows it, as far as these programs look at it. */
export interface ShownRun {
  id: string;
  job_type: string;
  parent_run_id: string | null;
  status: string;
  progress: { done: number; total: number | null; unit: string } | null;
  result: Record<string, unknown> | null;
  error: { code: string; message: string } | null;
}

const END_IS_KNOWN_MS = 3_000;

/** An answer that is not a success. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Speaks to a running server as a user does: a session cookie, the CSRF header, JSON in and out. */
export class ApiClient {
  private readonly cookies = new Map<string, string>();

  /**
   * @param gone aborts when the server has ended: then requests are not waited for
   * @param deadlineMs after which a request is given up, where that is not left to the server
   */
  constructor(
    readonly baseUrl: string,
    private readonly gone: AbortSignal | null = null,
    private readonly deadlineMs: number | null = null,
  ) {}

  /**
   * The payload of a successful answer.
   * @throws Refused with the problem's own words.
   */
  async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const csrf = this.cookies.get('csrf_token');
    const response = await this.send(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(csrf === undefined || method === 'GET' ? {} : { 'x-csrf-token': csrf }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.cookies.set(name, value);
    }
    const answer = (await response.json()) as T & { detail?: string };
    if (!response.ok)
      throw new Refused(
        response.status,
        `${method} ${path} answered ${response.status}: ${answer.detail ?? 'no detail'}`,
      );
    return answer;
  }

  /** @throws Error that says why there is no answer; `fetch` itself gives up on a server that is silent for minutes */
  private async send(path: string, init: RequestInit): Promise<Response> {
    try {
      const deadline = this.deadlineMs === null ? [] : [AbortSignal.timeout(this.deadlineMs)];
      const signal = AbortSignal.any([...(this.gone ? [this.gone] : []), ...deadline]);
      return await fetch(this.baseUrl + path, { ...init, signal });
    } catch (error) {
      // A connection breaks a moment before the process that held it is known to have ended.
      if (this.gone) await wait(END_IS_KNOWN_MS, this.gone);
      if (this.gone?.aborted) throw this.gone.reason;
      const { message, cause } = error as Error;
      const why = cause instanceof Error ? cause.message || cause.name : message;
      throw new Error(`${init.method} ${path} got no answer: ${why}`, { cause: error });
    }
  }

  async login(username: string, password: string): Promise<void> {
    await this.call('POST', '/auth/login', { username, password });
  }

  /** Goes on as the same signed-in user, as a browser does when a load balancer sends it to another server. */
  takeSessionOf(other: ApiClient): void {
    for (const [name, value] of other.cookies) this.cookies.set(name, value);
  }

  /**
   * Starts a job, tells `see` how it goes, and returns the run once it has ended, which the server sees to: each job
   * has a time of its own.
   * @throws Error when it failed.
   */
  async run(
    path: string,
    see: (run: ShownRun) => void | Promise<void> = () => {},
    body: unknown = {},
  ): Promise<ShownRun> {
    const started = await this.call<{ job_run_id: string }>('POST', path, body, { prefer: 'wait=1' });
    for (;;) {
      const { run } = await this.call<{ run: ShownRun }>('GET', `/jobs/runs/${started.job_run_id}`);
      await see(run);
      if (run.status === 'succeeded') return run;
      if (run.status !== 'queued' && run.status !== 'running')
        throw new Error(`${run.job_type} ${run.status}: ${run.error?.message ?? 'no reason given'}`);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}

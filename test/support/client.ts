import type request from 'supertest';
import { misfitsOf } from './answer-contract.js';
import { isEndless, untilFirstEvent } from './first-event.js';

export type Agent = ReturnType<typeof request.agent>;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * A browser's part: keeps cookies, and repeats the CSRF cookie in the header as the UI does. Holds every answer to the
 * published document.
 */
export class Client {
  /** What goes into x-csrf-token; tests overwrite it to be refused. */
  csrf: string | undefined;

  /** `documented`: whether the server is one that the document is about; a worker is not. */
  constructor(
    readonly agent: Agent,
    private readonly documented = true,
  ) {}

  /**
   * Signs in.
   * @throws Error when the server does not let them in.
   */
  async logIn(who: { username: string; password: string }): Promise<request.Response> {
    const response = await this.post('/auth/login', who);
    if (response.status !== 200) throw new Error(`no login as ${who.username}: ${response.status} ${response.text}`);
    return response;
  }

  get(path: string) {
    return this.send('get', path);
  }
  post(path: string, body: object = {}) {
    return this.send('post', path, body);
  }
  put(path: string, body: object = {}) {
    return this.send('put', path, body);
  }
  patch(path: string, body: object = {}) {
    return this.send('patch', path, body);
  }
  delete(path: string) {
    return this.send('delete', path);
  }

  /** Not sent until it is awaited, so that headers can be added. */
  send(method: Method, path: string, body?: object): request.Test {
    const test = this.agent[method](path);
    if (this.csrf !== undefined && method !== 'get') test.set('x-csrf-token', this.csrf);
    if (isEndless(path)) test.buffer(true).parse(untilFirstEvent);
    test.on('response', (response: request.Response) => {
      this.csrf = setCookie(response, 'csrf_token')?.value ?? this.csrf;
    });
    test.expect((response) => {
      const misfits = this.documented ? misfitsOf(method, path, response) : [];
      if (misfits.length > 0)
        throw new Error(`${method.toUpperCase()} ${path} answers against client/openapi.json:\n${misfits.join('\n')}`);
    });
    return body === undefined ? test : test.send(body);
  }
}

/** A cookie that an answer sets: its value and its attributes in lower case, or undefined when it sets none. */
export function setCookie(
  response: request.Response,
  name: string,
): { value: string; attributes: string[] } | undefined {
  const all = (response.headers['set-cookie'] ?? []) as unknown as string[];
  // In production the names begin so, for browsers to see to it that the cookies are this host's own.
  const text = all.find((cookie) => [`${name}=`, `__Host-${name}=`].some((start) => cookie.startsWith(start)));
  if (text === undefined) return undefined;
  const [pair = '', ...attributes] = text.split(';').map((part) => part.trim());
  return {
    value: decodeURIComponent(pair.slice(pair.indexOf('=') + 1)),
    attributes: attributes.map((part) => part.toLowerCase()),
  };
}

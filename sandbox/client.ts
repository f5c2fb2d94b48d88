import type { Sandbox } from './sandbox.js';

// The sandbox's answers are read loosely here: a spec that reads a field asserts its value at once.
export type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: Json;
}

/** A bare client for the sandbox's own specs: no retries, no timeouts, every answer returned as it came. */
export class SandboxClient {
  constructor(private readonly sandbox: Sandbox) {}

  chatwoot(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = { 'api-access-token': 'any', 'content-type': 'application/json', ...(init.headers as object) };
    return this.request(`/api/v1/accounts/${this.sandbox.world.accountId}${path}`, { ...init, headers });
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.chatwoot(path, { method: 'POST', body: JSON.stringify(body) });
  }

  embed(body: object): Promise<Answer> {
    const headers = { authorization: 'Bearer sk-any', 'content-type': 'application/json' };
    return this.request('/v1/embeddings', { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async request(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(this.sandbox.url + path, init);
    const text = await response.text();
    let body: Json;
    try {
      body = JSON.parse(text);
    } catch {
      body = undefined;
    }
    return { status: response.status, headers: response.headers, text, body };
  }
}

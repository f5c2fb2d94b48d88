import type { IncomingHttpHeaders } from 'node:http';

export type Vendor = 'chatwoot' | 'openai' | 'attio' | 'linear' | 'github';

/** One request as a handler sees it. */
export interface Exchange {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  params: Record<string, string>;
  body: Buffer;
}

/** One answer before it is written: a string body goes out as it is, anything else as JSON. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  method: string;
  /** Path with `:name` for a changing segment; also the key under which the request is counted. */
  template: string;
  vendor?: Vendor;
  /** For vendors with one address for everything: what a request asks for, appended to the path in logs and faults. */
  describe?(body: Buffer): string;
  handle(exchange: Exchange): Reply | Promise<Reply>;
}

/** Thrown by a handler to answer at once; carries the vendor's own error body. */
export class HttpProblem extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly headers: Record<string, string> = {},
  ) {
    super(`HTTP ${status}`);
  }
}

export const ok = (body: unknown): Reply => ({ status: 200, body });

/** The parsed JSON object of the request, an empty object for an empty body; undefined when it is not a JSON object. */
export function jsonObject(exchange: Exchange): Record<string, unknown> | undefined {
  if (exchange.body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(exchange.body.toString('utf8'));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { failureBody, retryDate } from '../attio/problems.js';
import type { Vendor } from '../http/exchange.js';
import { linearProblem, linearRateLimit } from '../linear/fault-answers.js';
import type { FaultRule } from './rule.js';

/** The longest wait any of the rules asks for, ms. */
export function delayOf(faults: readonly FaultRule[]): number {
  return Math.max(0, ...faults.map((fault) => fault.delayMs ?? 0));
}

/** Whether the rule damages a real answer instead of taking its place. */
export function breaksBody(fault: FaultRule): boolean {
  return ['cut_json', 'bad_shape', 'edit', 'partial', 'repeat_rows', 'reorder_rows'].includes(fault.kind);
}

/**
 * Answers in place of the vendor.
 * @returns whether it did
 */
export async function answerWithFault(fault: FaultRule, vendor: Vendor, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case 'drop':
      response.destroy();
      return true;
    case 'hang':
      // Left open on purpose; closing the sandbox closes the connection.
      return true;
    case 'status':
      send(response, fault.status ?? 500, fault.body ?? defaultBody(fault.status ?? 500, vendor), retryAfter(fault));
      return true;
    case 'rate_limit':
      rateLimit(fault, vendor, response);
      return true;
    case 'html':
      send(response, fault.status ?? 200, fault.body ?? LOGIN_PAGE, {
        'content-type': 'text/html; charset=utf-8',
        ...retryAfter(fault),
      });
      return true;
    case 'huge':
      await stream(response, fault.bytes ?? 60 * 2 ** 20);
      return true;
    case 'latency':
    case 'cut_json':
    case 'bad_shape':
    case 'edit':
    case 'partial':
    case 'repeat_rows':
    case 'reorder_rows':
      return false;
  }
}

const LOGIN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Please sign in to continue</h1></body></html>';

const retryAfter = (fault: FaultRule): Record<string, string> =>
  fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string>): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text), ...headers });
  response.end(text);
}

function defaultBody(status: number, vendor: Vendor): unknown {
  if (vendor === 'attio') return failureBody(status);
  if (vendor === 'linear') return linearProblem(status);
  if (vendor === 'github')
    return { message: status === 403 ? 'Resource not accessible by token' : `Sandbox says ${status}` };
  if (vendor === 'openai') {
    const overloaded = status === 503;
    const type = overloaded ? 'service_unavailable_error' : status < 500 ? 'invalid_request_error' : 'server_error';
    return {
      error: { message: `Sandbox says ${status}`, type, param: null, code: overloaded ? 'server_is_overloaded' : null },
    };
  }
  if (status === 401) return { error: 'Invalid Access Token' };
  if (status === 404) return { error: 'Resource could not be found' };
  return status >= 500 ? { status, error: 'Internal Server Error' } : { error: `Sandbox says ${status}` };
}

function rateLimit(fault: FaultRule, vendor: Vendor, response: ServerResponse): void {
  if (vendor === 'linear') {
    const { body, headers } = linearRateLimit(Date.now());
    return send(response, fault.status ?? 400, fault.body ?? body, { ...headers, ...retryAfter(fault) });
  }
  const status = fault.status ?? 429;
  // Chatwoot's throttle says neither how long nor in JSON; clients have to cope with that.
  if (vendor === 'chatwoot') return send(response, status, fault.body ?? 'Retry later\n', retryAfter(fault));
  if (vendor === 'attio') {
    const { retryAfter: wait = 1 } = fault;
    const date = typeof wait === 'number' ? retryDate(Date.now(), wait) : wait;
    return send(response, status, fault.body ?? failureBody(429), { 'retry-after': date });
  }
  if (vendor === 'github') {
    const limits = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000)) };
    const body = { message: 'API rate limit exceeded for user ID 1.' };
    return send(response, fault.status ?? 403, fault.body ?? body, { ...limits, ...retryAfter(fault) });
  }
  const code = fault.code ?? 'rate_limit_exceeded';
  const quota = /quota|credit|^(organization|project)_/.test(code);
  const type = quota ? 'insufficient_quota' : code === 'slow_down' ? 'rate_limit_error' : 'requests';
  const message = quota ? 'You exceeded your current quota' : 'Rate limit reached for requests';
  return send(response, status, fault.body ?? { error: { message, type, param: null, code } }, {
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '850ms',
    ...retryAfter(fault),
  });
}

async function stream(response: ServerResponse, bytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  const block = Buffer.alloc(2 ** 16, 'x');
  response.write('{"payload":["');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += block.length) {
    // A client that hangs up half way must not leave this waiting for a drain that never comes.
    if (!response.write(block)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end('"]}');
}

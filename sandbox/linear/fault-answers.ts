import { isRecord } from '../http/exchange.js';

// How faults look when Linear has them. These answers come before any authorization or counting.

/** @returns what Linear says with a status; 200 is its error without data */
export function linearProblem(status: number): object {
  if (status === 401)
    return problem(
      'Authentication required, not authenticated',
      'authentication error',
      'AUTHENTICATION_ERROR',
      status,
    );
  if (status === 403) return problem('Forbidden', 'forbidden', 'FORBIDDEN', status);
  if (status >= 400 && status < 500) return problem(`Sandbox says ${status}`, 'invalid input', 'INPUT_ERROR', status);
  const body = problem('Internal server error', 'internal error', 'INTERNAL_SERVER_ERROR', 500);
  return status === 200 ? { data: null, ...body } : body;
}

function problem(message: string, type: string, code: string, statusCode: number): object {
  return { errors: [{ message, extensions: { type, code, statusCode, userError: statusCode < 500 } }] };
}

/** A used-up limit: HTTP 400 unless the rule says 429, with resets `resetMs` from now. */
export function linearRateLimit(now: number, resetMs = 60_000): { body: object; headers: Record<string, string> } {
  const extensions = { code: 'RATELIMITED', type: 'ratelimited', statusCode: 429, userError: true };
  const message = 'Rate limit exceeded. Only 2500 requests are allowed per 1 hour.';
  const headers = {
    'X-RateLimit-Requests-Limit': '2500',
    'X-RateLimit-Requests-Remaining': '0',
    'X-RateLimit-Requests-Reset': String(now + resetMs),
    'X-Complexity': '0',
    'X-RateLimit-Complexity-Limit': '3000000',
    'X-RateLimit-Complexity-Remaining': '2999000',
    'X-RateLimit-Complexity-Reset': String(now + 1200),
  };
  return { body: { errors: [{ message, extensions }] }, headers };
}

/** @returns the first list of nodes at the root of an answer */
export function rootNodes(body: Record<string, unknown>): unknown[] | undefined {
  const data = isRecord(body['data']) ? body['data'] : {};
  for (const field of Object.values(data)) if (isRecord(field) && Array.isArray(field['nodes'])) return field['nodes'];
  return undefined;
}

/** Takes one value out of a good answer and says so in `errors`: data and errors in the same HTTP 200. */
export function makePartial(body: Record<string, unknown>, field: string | undefined): void {
  const data = isRecord(body['data']) ? body['data'] : {};
  const [root = 'unknown'] = Object.keys(data);
  const nodes = rootNodes(body) ?? [];
  const index = Math.floor(nodes.length / 2);
  const node = nodes[index];
  const path: (string | number)[] = [root];
  if (field !== undefined && isRecord(node)) {
    node[field] = null;
    path.push('nodes', index, field);
  } else data[root] = null;
  const extensions = { type: 'internal error', code: 'INTERNAL_SERVER_ERROR', statusCode: 500, userError: false };
  body['errors'] = [{ message: 'Internal server error', path, locations: [{ line: 1, column: 1 }], extensions }];
}
